//! Every decision about the generated Rust: modules, identifiers, types, boxing, docs.
//!
//! The emitters only spell these decisions; nothing in this tree refers back to the schema.

pub(crate) mod expand;
pub(crate) mod field;
pub(crate) mod file;
mod item;
#[allow(unreachable_pub, reason = "all of the model is for emitters, whatever of it users see")]
pub(crate) mod model;
mod shape;
#[cfg(test)]
mod surface;

use typelang_parser::{Diagnostic, Schema};

use self::{
    expand::{expand, expanded::Expanded},
    field::{fields, pointing::pointing},
    file::{compiled::compiled, files, names_list::Listing},
    item::items,
    model::{file::Plan, memory::Memory},
    shape::{borrows::Pointing, hidden::Hidden, shape},
};
use crate::{
    parallel,
    refusals::Refusals,
    request::{call::Mistake, matching::Requests, settings::Settings},
    select::selection::Selected,
};

/// A plan, and the parts of the schema that it had to leave out.
#[derive(Debug, Default)]
pub(crate) struct Planned {
    /// The plan.
    pub(crate) plan: Plan,
    /// Why parts of the schema are missing; a plan with faults must not be written.
    pub(crate) faults: Vec<Diagnostic>,
    /// Mistakes in the user's requests; a plan with mistakes must not be written either.
    pub(crate) mistakes: Vec<Mistake>,
}

/// Plans the Rust for the selected part of the `whole` schema.
///
/// A schema that expands beyond a limit has no plan, and its settings are not checked.
pub(crate) fn plan(
    whole: &Schema,
    selected: &Selected<'_>,
    settings: &Settings,
    listing: Listing,
) -> Planned {
    // Compiling needs no table of a pass.
    let compile = || (!settings.no_reflection).then(|| compiled(&selected.carried));
    let (schema, planned) = parallel::both(compile, || passes(whole, selected, settings, listing));
    Planned { plan: Plan { schema, ..planned.plan }, ..planned }
}

fn passes(
    whole: &Schema,
    selected: &Selected<'_>,
    settings: &Settings,
    listing: Listing,
) -> Planned {
    let requests = Requests::new(&settings.requests, &selected.schema);
    let mut refusals = Refusals::default();
    let Some(expanded) = expand(&selected.schema, &settings.read.externs, &mut refusals) else {
        return Planned { faults: refusals.into_parts().0, ..Planned::default() };
    };
    let hidden = Hidden::new(&expanded.schema, &selected.carried, &settings.read.externs);
    let pointing = match settings.memory {
        Memory::Heap => Pointing::default(),
        Memory::Arena => pointers(&expanded, &hidden, settings, &requests),
    };
    let shaped = shape(&expanded, &hidden, settings, &pointing, &requests, &mut refusals);
    let fields = fields(&expanded, &shaped, settings, &requests, &mut refusals);
    let items = items(&fields, settings, &mut refusals);
    let plan = files(items, &fields, selected, settings, listing);
    let (faults, answers) = refusals.into_parts();
    let mistakes = requests.mistakes(answers, whole, &selected.schema);
    Planned { plan, faults, mistakes }
}

/// Finds what points into an arena by deciding all fields once without lifetimes, on which no size depends.
fn pointers(
    expanded: &Expanded,
    hidden: &Hidden,
    settings: &Settings,
    requests: &Requests<'_>,
) -> Pointing {
    // The second time finds the same refusals.
    let mut refusals = Refusals::default();
    let shaped = shape(expanded, hidden, settings, &Pointing::default(), requests, &mut refusals);
    pointing(&fields(expanded, &shaped, settings, requests, &mut refusals))
}

#[cfg(test)]
mod tests {
    use crate::{Config, Sources};

    /// Makes a chain of types in types, with fields of the form `field`.
    fn chain(field: impl Fn(usize) -> String) -> String {
        let links = (0..3_000).map(|at| format!("a{at} x:{} = A{at};\n", field(at + 1)));
        links.chain(["a3000 x:int = A3000;\n".to_owned()]).collect()
    }

    #[test]
    fn long_chains_of_types_do_not_exhaust_the_stack() {
        for text in [chain(|at| format!("a{at}")), chain(|at| format!("Vector<a{at}>"))] {
            let mut sources = Sources::new();
            sources.add("chain.tl", text);
            let plan = Config::new().plan(&sources).unwrap();
            assert!(plan.names.iter().any(|name| name.rust == "types::A3000"));
        }
    }
}
