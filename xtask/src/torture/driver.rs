//! Generates code that tries the types of a generated module: it makes and compares values, and lists the
//! types.

use std::{collections::BTreeMap, fmt::Write};

use typelang_codegen::Output;

use super::{
    settings::{INNER, Setting, Settings},
    surface::{Body, Item, Surface, least},
};

/// A generated type's name in the schema, and whether serde can read it.
#[derive(Clone, Debug)]
pub(crate) struct Listed {
    tl: String,
    is_read: bool,
}

/// Returns the entries of the modules that implement serde's traits, by the paths of the types.
pub(crate) fn listed(output: &Output) -> BTreeMap<String, Listed> {
    let inner = format!("{INNER}/{LIST}");
    let modules = [(LIST, String::new()), (inner.as_str(), format!("{INNER}::"))];
    let texts =
        modules.iter().filter_map(|(file, module)| Some((output.files.get(*file)?, module)));
    texts.flat_map(|(text, module)| in_module(text, module)).collect()
}

/// Reads a value of the arena family.
const READ_IN: &str = "fn read<'a>(bytes: &'a [u8], options: &::typelang_runtime::Options, arena: &'a ::typelang_runtime::Bump) -> ::core::result::Result<Self::Of<'a>, ::typelang_runtime::Error> { ::typelang_runtime::Decode::from_bytes_in_with(bytes, arena, options) } fn read_layered<'a>(layers: &::typelang_runtime::Layers, bytes: &'a [u8], _: &'a mut ::typelang_runtime::layers::Space, arena: &'a ::typelang_runtime::Bump) -> ::core::result::Result<Self::Of<'a>, ::typelang_runtime::layers::Unread> { layers.copied_in(bytes, arena) }";

/// The file that implements serde's traits.
const LIST: &str = "serde_impls.rs";

fn in_module(text: &str, module: &str) -> BTreeMap<String, Listed> {
    let (mut all, mut is_read) = (BTreeMap::new(), true);
    for line in text.lines().map(str::trim) {
        if line.contains("_impls!") {
            is_read = line.contains("serde_impls!");
        } else if let Some((ty, tl)) = line.split_once(" = \"") {
            let ty = ty.split_once([' ', '<']).map_or(ty, |(ty, _)| ty);
            let tl = tl.trim_end_matches("\";").to_owned();
            all.insert(format!("{module}{ty}"), Listed { tl, is_read });
        }
    }
    all
}

/// Returns the driver's text, for code in the module `code` of the crate.
pub(crate) fn driver(
    code: &str,
    surface: &Surface,
    listed: &BTreeMap<String, Listed>,
    settings: &Settings,
    is_open: bool,
) -> String {
    let mut text = String::new();
    let least = least(surface);
    for (path, item) in surface {
        let place = least.get(path.as_str()).copied().unwrap_or_default();
        _ = writeln!(text, "{}", implementations(code, path, item, place));
    }
    let (mut families, mut subjects) = (String::new(), String::new());
    let read = if settings.has(&Setting::Arena) { READ_IN } else { "" };
    for (at, (path, item)) in surface.iter().enumerate() {
        if !item.is_encoded || !item.is_decoded || item.params.len() > 1 {
            continue;
        }
        let gate = if item.is_servers { "#[cfg(feature = \"server\")]\n" } else { "" };
        let args = match (item.has_lifetime, item.params.len()) {
            (false, 0) => "",
            (true, 0) => "<'a>",
            (false, _) => "<::typelang_runtime::Object>",
            (true, _) => "<'a, ::typelang_runtime::Object>",
        };
        _ = writeln!(
            families,
            "{gate}pub struct F{at};\n{gate}impl ::typelang_torture::Family for F{at} {{ type Of<'a> = crate::{code}::{path}{args}; {read}}}"
        );
        subjects += &subject(&format!("F{at}"), path, item, listed.get(path), settings, is_open);
    }
    format!(
        "{text}{families}\npub fn subjects() -> Vec<::typelang_torture::Subject> {{\n#[allow(unused_mut, reason = \"there may be none\")]\nlet mut all = Vec::new();\n{subjects}all\n}}\n"
    )
}

/// Implements making a value and comparing two.
fn implementations(code: &str, path: &str, item: &Item, least: usize) -> String {
    let path = format!("crate::{code}::{path}");
    let params = item.params.join(", ");
    let lifetime = |name: &'static str| if item.has_lifetime { name } else { "" };
    let args = |name| {
        let all = [lifetime(name), &params].map(str::to_owned);
        let all: Vec<String> = all.into_iter().filter(|one| !one.is_empty()).collect();
        if all.is_empty() { String::new() } else { format!("<{}>", all.join(", ")) }
    };
    let bounds = |bound: &str| -> String {
        let all = item.params.iter().map(|param| format!(", {param}: ::typelang_torture::{bound}"));
        all.collect::<Vec<_>>().concat()
    };
    let (made, same) = match &item.body {
        Body::Struct(fields) => {
            let made = fields.iter().map(|(name, _)| format!("{name}: maker.make(), "));
            let same =
                fields.iter().map(|(name, _)| format!("&& self.{name}.same(&other.{name}) "));
            let [made, same] =
                [made.collect::<Vec<_>>().concat(), same.collect::<Vec<_>>().concat()];
            (format!("{} Self {{ {made} }}", shorter(item)), format!("true {same}"))
        }
        Body::Enum(variants) => enum_bodies(variants, least, item.keeps_unknown),
    };
    let same_bounds = bounds("Same");
    let same_bounds = same_bounds.strip_prefix(", ").unwrap_or_default();
    format!(
        "#[allow(unused_variables, unused_imports, reason = \"it may be empty\")]\nconst _: () = {{ use ::typelang_torture::Same as _;\n\
         impl<'a{}> ::typelang_torture::Build<'a> for {path}{} {{ fn build(maker: &mut ::typelang_torture::Maker<'a, '_>) -> Self {{ {made} }} }}\n\
         impl<{same_bounds}> ::typelang_torture::Same for {path}{} {{ fn same(&self, other: &Self) -> bool {{ {same} }} }}\n}};",
        bounds("Build<'a>"),
        args("'a"),
        args("'_"),
    )
}

/// Ways to make a value that leave fields out.
fn shorter(item: &Item) -> String {
    let mut text = String::new();
    if let Some(count) = item.new {
        let args = vec!["maker.make()"; count].join(", ");
        _ = write!(text, "if maker.shorter() {{ return Self::new({args}); }} ");
    }
    if item.has_default {
        text += "if maker.shortest() { return Self::default(); } ";
    }
    text
}

fn enum_bodies(
    variants: &[(String, Vec<super::surface::Holds>)],
    least: usize,
    keeps_unknown: bool,
) -> (String, String) {
    let (mut made, mut same) = (String::new(), String::new());
    for (at, (name, held)) in variants.iter().enumerate() {
        let place = if at + 1 == variants.len() { "_".to_owned() } else { at.to_string() };
        let count = held.len();
        let list = |prefix: &str| {
            (0..count).map(|at| format!("{prefix}{at}")).collect::<Vec<_>>().join(", ")
        };
        let (makes, ones, others) = match count {
            0 => (String::new(), String::new(), String::new()),
            _ => (
                format!("({})", vec!["maker.make()"; count].join(", ")),
                format!("({})", list("one")),
                format!("({})", list("other")),
            ),
        };
        let pairs = (0..count).map(|at| format!("&& one{at}.same(other{at})"));
        let pairs = pairs.collect::<Vec<_>>().concat();
        _ = write!(made, "{place} => Self::{name}{makes}, ");
        _ = write!(same, "(Self::{name}{ones}, Self::{name}{others}) => true {pairs}, ");
    }
    if variants.len() > 1 || keeps_unknown {
        same += "_ => false";
    }
    (
        format!("match maker.variant({}, {least}) {{ {made} }}", variants.len()),
        format!("match (self, other) {{ {same} }}"),
    )
}

/// Returns the line that lists a type.
fn subject(
    family: &str,
    path: &str,
    item: &Item,
    listed: Option<&Listed>,
    settings: &Settings,
    is_open: bool,
) -> String {
    let gate = if item.is_servers { "#[cfg(feature = \"server\")]\n" } else { "" };
    let mut text = format!("::typelang_torture::Subject::of::<{family}>({path:?})");
    // Without the list, the id suffices for self-contained types.
    match (listed, item.id) {
        (Some(listed), _) => _ = write!(text, ".tl({:?})", listed.tl),
        (None, Some(id)) => _ = write!(text, ".tl(\"#{id:08x}\")"),
        (None, None) => {}
    }
    if let Some(id) = item.id {
        _ = write!(text, ".id({id:#x})");
    }
    if is_open || !item.params.is_empty() {
        text += ".open()";
    } else if item.is_shown && !settings.has(&Setting::KeepFlagBits) {
        text += ".shown()";
    }
    if settings.has(&Setting::KeepFlagBits) {
        text += ".keeping()";
    }
    let mut serde = String::new();
    let is_gated = settings.has(&Setting::SerdeFeature);
    if let Some(listed) = listed
        && item.params.is_empty()
        && (is_gated || settings.has(&Setting::Serde))
    {
        let macro_ = if listed.is_read { "" } else { "@there " };
        let ty = format!("<{family} as ::typelang_torture::Family>::Of<'_>");
        let gate = if is_gated { "#[cfg(feature = \"serde\")]\n" } else { "" };
        serde = format!(
            "{gate}let subject = ::typelang_torture::with_serde!({macro_}subject, {ty});\n"
        );
    }
    let ty = format!("<{family} as ::typelang_torture::Family>::Of<'_>");
    let call = item.call.filter(|_| item.params.is_empty()).map(|call| {
        format!("let subject = ::typelang_torture::with_response!({call}, subject, {ty});\n")
    });
    let call = call.unwrap_or_default();
    format!("{gate}{{\nlet subject = {text};\n{serde}{call}all.push(subject);\n}}\n")
}
