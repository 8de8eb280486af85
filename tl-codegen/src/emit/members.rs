//! The methods of an enum.

use std::fmt::{Display, Write as _, from_fn};

use super::{
    aliases, each, enabled_by,
    enums::generics,
    layout::{Brackets, Line, arm, if_else, lines},
    optional,
    types::{is_plain, path},
};
use crate::plan::model::{
    item::Enum,
    member::{Getter, Member, MemberBlock, View},
    rust::Name,
};
use crate::print::{Layout, Printer, mark};

/// Emits all methods.
pub(super) fn emit(item: &Enum, printer: &mut Printer) {
    item.members.iter().for_each(|members| block(item, members, printer));
}

/// Emits one `impl` block.
fn block(item: &Enum, MemberBlock { feature, list }: &MemberBlock, printer: &mut Printer) {
    let (name, enabled) = (&item.name, enabled_by(feature.as_ref()));
    let (declared, named) = generics(item).around(list.iter().any(Member::has_lifetime));
    let methods = list.iter().map(|each| member(each, item.unknown.as_ref()));
    let layout = Layout::template_if(list.iter().filter_map(Member::ty).all(is_plain));
    printer.list(layout, methods, mark::METHOD, |text, methods| {
        write!(text, "{enabled}impl{declared} {name}{named} {{\n{methods}}}\n")
    });
}

fn member<'p>(member: &'p Member, unknown: Option<&'p Name>) -> impl Display {
    from_fn(move |f| match member {
        Member::Is { name, doc, variant } => write!(
            f,
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
            let condition = text!("let Self::{variant}(value) = self");
            let body = if_else(2, condition, text!("tl::Some({value})"), "tl::None");
            let signature = signature(name, text!("tl::Option<&{life}{payload}>"));
            write!(f, "    /// {doc}\n    #[inline]\n    #[must_use]\n{signature}{body}    }}\n")
        }
        Member::Field { name, doc, aliases: names, view, is_optional, getters } => {
            let (aliases, view_ty) = (aliases(1, names), view_ty(view));
            let (start, end) = if *is_optional { ("tl::Option<", ">") } else { ("", "") };
            let signature = signature(name, text!("{start}{view_ty}{end}"));
            let arms = each(getters.iter().map(|getter| {
                let (variant, value) = (&getter.variant, value(getter, view, *is_optional));
                arm(3, text!("Self::{variant}(value)"), value)
            }));
            let unknown = unknown.map(|variant| arm(3, text!("Self::{variant}(_)"), "tl::None"));
            let unknown = optional(unknown);
            write!(
                f,
                "    /// {doc}
{aliases}    #[inline]
    #[must_use]
{signature}        match self {{
{arms}{unknown}        }}
    }}
"
            )
        }
    })
}

/// The start of a method.
fn signature(name: &Name, returned: impl Display) -> impl Display {
    let parts = [Line("&self")].into_iter();
    let (open, close) = (text!("pub fn {name}("), text!(") -> {returned} {{"));
    let signature = lines(1, Brackets { open, parts, close });
    text!("{signature}\n")
}

fn view_ty(view: &View) -> impl Display {
    from_fn(move |f| match view {
        View::Copy(copied) => copied.fmt(f),
        View::Str => f.write_str("&str"),
        View::Bytes => f.write_str("&[u8]"),
        View::Slice(element) => write!(f, "&[{element}]"),
        View::Ref(referred) => write!(f, "&{referred}"),
    })
}

/// The field of one variant, as the method returns it.
fn value(getter: &Getter, view: &View, is_optional: bool) -> impl Display {
    let field = &getter.field;
    let copies = matches!(view, View::Copy(_)) || getter.is_reference;
    let derefs = getter.is_boxed || matches!(view, View::Str | View::Bytes | View::Slice(_));
    from_fn(move |f| match (getter.is_option, copies) {
        (true, false) if derefs => write!(f, "value.{field}.as_deref()"),
        (true, false) => write!(f, "value.{field}.as_ref()"),
        (false, true) if is_optional => write!(f, "tl::Some(value.{field})"),
        (_, true) => write!(f, "value.{field}"),
        (false, false) if is_optional => write!(f, "tl::Some(&value.{field})"),
        (false, false) => write!(f, "&value.{field}"),
    })
}
