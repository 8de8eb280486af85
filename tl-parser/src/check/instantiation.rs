//! Reports types that contain ever larger instances of themselves: `t {X:Type} x:(T (vector X)) = T X`.

use std::collections::BTreeMap;

use crate::{
    codes,
    diagnostic::Diagnostic,
    schema::{Apply, Arg, Combinator, Field, Schema, TypeExpr, TypeId, VarId},
    span::Location,
    syntax::Role,
};

/// A parameter of a type: the type and the index.
type Param = (TypeId, u32);

/// The argument for one parameter is passed on as the argument for another, alone or within a larger type.
#[derive(Clone, Copy, Debug)]
struct Flow {
    from: usize,
    to: usize,
    grows: bool,
    because: Location,
}

/// Reports each cycle on which the arguments of types grow without end.
///
/// There are infinitely many instances exactly if a growing flow lies on a cycle of flows. Numbers do not
/// count: they are values and make no new type.
pub(super) fn infinite(schema: &Schema) -> Vec<Diagnostic> {
    let mut nodes: BTreeMap<Param, usize> = BTreeMap::new();
    let mut flows = Vec::new();
    for combinator in schema.combinators.iter().filter(|it| it.role == Role::Constructor) {
        let TypeExpr::Apply(result) = &combinator.result else { continue };
        let given = given(combinator, result);
        if !given.is_empty() {
            let mut walk = Walk { given: &given, nodes: &mut nodes, flows: &mut flows };
            fields(&mut walk, &combinator.fields);
        }
    }
    let groups = groups(nodes.len(), &flows);
    let names: Vec<Param> = sorted_by_node(&nodes);
    let mut reported = vec![false; nodes.len()];
    let mut out = Vec::new();
    for flow in flows.iter().filter(|flow| flow.grows && groups[flow.from] == groups[flow.to]) {
        if !core::mem::replace(&mut reported[groups[flow.from]], true) {
            out.push(report(schema, names[flow.to].0, flow.because));
        }
    }
    out
}

fn sorted_by_node(nodes: &BTreeMap<Param, usize>) -> Vec<Param> {
    let mut params: Vec<(usize, Param)> = nodes.iter().map(|(param, at)| (*at, *param)).collect();
    params.sort_unstable();
    params.into_iter().map(|(_, param)| param).collect()
}

fn report(schema: &Schema, ty: TypeId, because: Location) -> Diagnostic {
    let name = &schema[ty].name;
    let message = format!("`{name}` contains ever larger instances of itself");
    Diagnostic::error(codes::INFINITE_INSTANTIATION, message)
        .label(because, "larger than the type around it")
        .note("each instance would need one more, without end")
}

/// Returns the type variables of a constructor, each with its parameter.
fn given(combinator: &Combinator, result: &Apply) -> BTreeMap<VarId, Param> {
    let mut given = BTreeMap::new();
    for (at, arg) in (0..).zip(&result.args) {
        let Arg::Type(arg) = arg else { continue };
        crate::lower::vars::mentioned(arg, &mut |var| {
            if combinator[var].kind == crate::schema::Kind::Type {
                given.insert(var, (result.ty, at));
            }
        });
    }
    given
}

struct Walk<'w> {
    given: &'w BTreeMap<VarId, Param>,
    nodes: &'w mut BTreeMap<Param, usize>,
    flows: &'w mut Vec<Flow>,
}

fn fields(walk: &mut Walk<'_>, fields_of: &[Field]) {
    for field in fields_of {
        match &field.ty {
            TypeExpr::Repetition(repetition) => fields(walk, &repetition.fields),
            ty => applications(walk, ty, field.location),
        }
    }
}

fn applications(walk: &mut Walk<'_>, ty: &TypeExpr, because: Location) {
    let TypeExpr::Apply(apply) = ty else { return };
    for (at, arg) in (0..).zip(&apply.args) {
        let Arg::Type(arg) = arg else { continue };
        let grows = !matches!(arg, TypeExpr::Var(_));
        let mut vars = Vec::new();
        crate::lower::vars::mentioned(arg, &mut |var| vars.push(var));
        for param in vars.iter().filter_map(|var| walk.given.get(var)) {
            let (from, to) = (node(walk.nodes, *param), node(walk.nodes, (apply.ty, at)));
            walk.flows.push(Flow { from, to, grows, because });
        }
        applications(walk, arg, because);
    }
}

fn node(nodes: &mut BTreeMap<Param, usize>, param: Param) -> usize {
    let next = nodes.len();
    *nodes.entry(param).or_insert(next)
}

/// Returns the strongly connected components, by Kosaraju's algorithm.
fn groups(count: usize, flows: &[Flow]) -> Vec<usize> {
    let (mut forward, mut back) = (vec![Vec::new(); count], vec![Vec::new(); count]);
    for flow in flows {
        forward[flow.from].push(flow.to);
        back[flow.to].push(flow.from);
    }
    let mut seen = vec![false; count];
    let mut order = Vec::with_capacity(count);
    for start in 0..count {
        walk(&forward, start, &mut seen, &mut order);
    }
    let (mut group, mut seen) = (vec![0; count], vec![false; count]);
    for start in order.into_iter().rev() {
        let mut members = Vec::new();
        walk(&back, start, &mut seen, &mut members);
        for member in members {
            group[member] = start;
        }
    }
    group
}

/// Adds the unseen nodes that can be reached, each after its successors.
fn walk(edges: &[Vec<usize>], start: usize, seen: &mut [bool], order: &mut Vec<usize>) {
    if core::mem::replace(&mut seen[start], true) {
        return;
    }
    let mut stack = vec![(start, 0)];
    while let Some((at, next)) = stack.last_mut() {
        if let Some(to) = edges[*at].get(*next).copied() {
            *next += 1;
            if !core::mem::replace(&mut seen[to], true) {
                stack.push((to, 0));
            }
        } else {
            order.push(*at);
            stack.pop();
        }
    }
}
