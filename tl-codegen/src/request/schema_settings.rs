//! The settings for one schema: the root's, or a module's.

use super::{
    item_request::{Action, Request},
    mistakes::mistakes,
    modules::modules,
    settings::{Read, Settings, Text},
};
use crate::plan::model::memory::Memory;

/// Returns the settings for the root's schema, with the mistakes in all settings.
pub(crate) fn of_root(all: &Settings) -> Settings {
    let mut settings = of_schema(all, None);
    settings.read.mistakes = mistakes(all);
    settings.read.modules = modules(all).0;
    settings
}

/// Returns the settings for the schema of the module `name`: the root's settings with the module's own
/// requests.
pub(crate) fn of_module(all: &Settings, name: &str) -> Settings {
    of_schema(all, Some(name))
}

fn of_schema(all: &Settings, module: Option<&str>) -> Settings {
    let mut settings =
        Settings { requests: Vec::new(), opaque: Vec::new(), read: Read::default(), ..all.clone() };
    if all.memory == Memory::Arena {
        settings.text.hold(Text::Borrowed);
    }
    for request in &all.requests {
        if let Some(selector) = selector_in(module, &request.selector) {
            add(&mut settings, request, module, selector);
        }
    }
    for (ty, call) in &all.opaque {
        if let Some(ty) = selector_in(module, ty) {
            settings.read.selection.opaque.push(ty.to_owned());
            settings.opaque.push((ty.to_owned(), call.clone()));
        }
    }
    settings
}

/// Adds a request for `selector` in the schema of `module`, or else in the root's.
fn add(settings: &mut Settings, request: &Request, module: Option<&str>, selector: &str) {
    let selector = selector.to_owned();
    match &request.action {
        Action::Extern(path) => {
            settings.read.externs.insert(selector.clone(), path.clone());
        }
        Action::Only => settings.read.selection.only.push(selector.clone()),
        _ => {}
    }
    // Mistakes in other requests have been recorded.
    if request.mistake.is_none() {
        let prefix = module.map(|module| format!("{module}::")).unwrap_or_default();
        settings.requests.push(Request { prefix, selector, ..request.clone() });
    }
}

/// Returns the selector within the schema of `module`, or else within the root's: `ping` for `mtproto::ping`.
fn selector_in<'s>(module: Option<&str>, selector: &'s str) -> Option<&'s str> {
    match (module, selector.split_once("::")) {
        (None, None) => Some(selector),
        (Some(module), Some((name, rest))) => (name == module).then_some(rest),
        _ => None,
    }
}
