//! The order in which fields are decided: innermost first, so that the fields of other structs are known when
//! needed.
//!
//! Goldens: none, because output does not depend on the order.

use typelang_parser::{
    Schema,
    schema::{CombinatorId, TypeId},
    syntax::Role,
};

use crate::plan::expand::expanded::{Expanded, Part};
use crate::plan::shape::{cycles::Cycles, shaped::Shaped};
use crate::queries::inline_type;

/// Returns all combinators with a struct, each after those whose fields it depends on.
///
/// A struct needs the sizes of the values inside it. On a cycle, a value that leads back is behind a pointer,
/// whatever its size; there, constructors that lead back need only those that do not.
pub(crate) fn inner_first(expanded: &Expanded, shaped: &Shaped) -> Vec<CombinatorId> {
    let (schema, Shaped { shapes, cycles, .. }) = (&expanded.schema, shaped);
    let mut order = Vec::new();
    for ty in cycles.inner_first() {
        for &id in &schema[ty].constructors {
            // A record has the fields of the struct around it.
            let is_around = expanded.combinators[id.0 as usize].part != Part::Record;
            order.push(((cycles.rank(ty), leads_back(schema, cycles, ty, id), is_around), id));
        }
    }
    order.sort_by_key(|(key, _)| *key);
    let functions = schema.combinators().filter(|(_, it)| it.role == Role::Function);
    let all = order.into_iter().map(|(_, id)| id).chain(functions.map(|(id, _)| id));
    all.filter(|id| shapes.path(*id).is_some()).collect()
}

/// Returns whether a field of `constructor` leads back to `ty` without a vector in between.
pub(crate) fn leads_back(
    schema: &Schema,
    cycles: &Cycles,
    ty: TypeId,
    constructor: CombinatorId,
) -> bool {
    schema[constructor]
        .fields
        .iter()
        .any(|field| inline_type(schema, &field.ty).is_some_and(|to| cycles.share_inline(ty, to)))
}

#[cfg(test)]
mod tests {
    use crate::{Config, Sources};

    /// Pseudorandom numbers that are the same in each run.
    struct Numbers(u64);

    impl Numbers {
        fn below(&mut self, end: u64) -> u64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1);
            (self.0 >> 33) % end
        }
    }

    /// Makes a schema of types that contain each other in many ways; each has a constructor that needs none
    /// of the others.
    fn schema(seed: u64) -> String {
        let mut numbers = Numbers(seed);
        let count = 2 + numbers.below(5);
        let mut text: Vec<String> = Vec::new();
        for ty in 0..count {
            for constructor in 0..=numbers.below(4) {
                text.push(format!("c{ty}x{constructor} flags:# "));
                for field in 0..numbers.below(5) {
                    let to = numbers.below(count);
                    let (form, bit) = (numbers.below(7), numbers.below(3));
                    text.push(match form {
                        0 if constructor > 0 => format!("f{field}:T{to} "),
                        1 => format!("f{field}:Vector<T{to}> "),
                        2 => {
                            let all: Vec<String> = (0..13)
                                .map(|at| format!("f{field}s{at}:flags.{bit}?T{to} "))
                                .collect();
                            all.concat()
                        }
                        3 if constructor > 0 => format!("f{field}:3*[a:T{to} b:int] "),
                        4 => format!("f{field}:vector<%Row{to}> "),
                        _ => format!("f{field}:flags.{bit}?T{to} "),
                    });
                }
                text.push(format!("= T{ty};\n"));
            }
            text.push(format!("row{ty} flags:# t:flags.0?T{ty} n:int = Row{ty};\n"));
        }
        text.concat() + "---functions---\ncall a:T0 b:Vector<T1> = T1;\n"
    }

    #[test]
    fn fields_are_decided_when_others_need_them() {
        let is_planned = |seed: &u64| {
            let mut sources = Sources::new();
            sources.add("random.tl", schema(*seed));
            Config::new().plan(&sources).is_ok()
        };
        // Planning would panic if they were not in order.
        let planned = (0..100).filter(is_planned).count();
        assert!(planned > 60, "{planned} of 100");
    }
}
