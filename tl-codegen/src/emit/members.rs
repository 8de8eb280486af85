//! The methods of an enum.

use super::{
    aliases,
    enums::generics,
    layout::{Code, arm, if_else},
    types::{is_plain, path},
};
use crate::plan::model::{
    item::Enum,
    member::{Getter, Member, View},
    rust::Name,
};
use crate::print::{Layout, Printer, mark};

/// Emits all methods in one impl block.
pub(super) fn emit(item: &Enum, printer: &mut Printer) {
    let name = &item.name;
    let (declared, named) = generics(item).around(item.members.iter().any(Member::has_lifetime));
    let methods = item.members.iter().map(|each| member(each, item.unknown.as_ref()));
    let layout = Layout::template_if(item.members.iter().filter_map(Member::ty).all(is_plain));
    printer.list(layout, methods, mark::METHOD, |methods| {
        format!("impl{declared} {name}{named} {{\n{methods}}}\n")
    });
}

fn member(member: &Member, unknown: Option<&Name>) -> String {
    match member {
        Member::Is { name, doc, variant } => format!(
            "    /// {doc}
    #[inline]
    #[must_use]
    pub const fn {name}(&self) -> bool {{
        tl::matches!(self, Self::{variant})
    }}
"
        ),
        Member::As { name, doc, variant, payload, is_reference } => {
            let (life, value) = if *is_reference { ("'de ", "*value") } else { ("", "value") };
            let payload = path(payload);
            let condition = format!("let Self::{variant}(value) = self");
            let body = if_else(2, &condition, &format!("tl::Some({value})"), "tl::None");
            let signature = signature(name, &format!("tl::Option<&{life}{payload}>"));
            format!("    /// {doc}\n    #[inline]\n    #[must_use]\n{signature}{body}    }}\n")
        }
        Member::Field { name, doc, aliases: names, view, is_optional, getters } => {
            let (aliases, view_ty) = (aliases(1, names), view_ty(view));
            let returned = if *is_optional { format!("tl::Option<{view_ty}>") } else { view_ty };
            let arms = getters.iter().map(|getter| {
                let (variant, value) = (&getter.variant, value(getter, view, *is_optional));
                arm(3, &format!("Self::{variant}(value)"), &value)
            });
            let unknown = unknown.map(|variant| arm(3, &format!("Self::{variant}(_)"), "tl::None"));
            let arms: String = arms.chain(unknown).collect();
            let signature = signature(name, &returned);
            format!(
                "    /// {doc}
{aliases}    #[inline]
    #[must_use]
{signature}        match self {{
{arms}        }}
    }}
"
            )
        }
    }
}

/// The start of a method.
fn signature(name: &Name, returned: &str) -> String {
    let parts = vec![Code::Line("&self".to_owned())];
    let (open, close) = (format!("pub fn {name}("), format!(") -> {returned} {{"));
    Code::Brackets { open, parts, close }.lines(1)
}

fn view_ty(view: &View) -> String {
    match view {
        View::Copy(copied) => copied.to_string(),
        View::Str => "&str".to_owned(),
        View::Bytes => "&[u8]".to_owned(),
        View::Slice(element) => format!("&[{element}]"),
        View::Ref(referred) => format!("&{referred}"),
    }
}

/// The field of one variant, as the method returns it.
fn value(getter: &Getter, view: &View, is_optional: bool) -> String {
    let field = &getter.field;
    let copies = matches!(view, View::Copy(_)) || getter.is_reference;
    let derefs = getter.is_boxed || matches!(view, View::Str | View::Bytes | View::Slice(_));
    match (getter.is_option, copies) {
        (true, false) if derefs => format!("value.{field}.as_deref()"),
        (true, false) => format!("value.{field}.as_ref()"),
        (false, true) if is_optional => format!("tl::Some(value.{field})"),
        (_, true) => format!("value.{field}"),
        (false, false) if is_optional => format!("tl::Some(&value.{field})"),
        (false, false) => format!("&value.{field}"),
    }
}
