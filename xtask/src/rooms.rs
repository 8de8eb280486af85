//! `cargo xtask rooms`: folders are rooms, imports are doors, and doors open one way.
//!
//! A file's room is its folder; a file beside `lib.rs` or `main.rs` is a room of its own. The paths in the
//! sources are checked for:
//!
//! - no circle of rooms in any package, except through `lib.rs` and `main.rs`, which name everything;
//! - no circle of more than four files in a room;
//! - in the planner, a room uses only earlier rooms in [`PLAN`] and `model`; emitters use only `model`.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs, io,
    path::{Path, PathBuf},
};

use syn::visit::Visit;

/// The packages whose sources have rooms.
const PACKAGES: [&str; 7] =
    ["tl-parser", "tl-codegen", "tl-runtime", "tl-reference", "tl-mock", "tl-cli", "xtask"];
/// The rooms of the planner, in the order of its passes.
const PLAN: [&str; 5] = ["expand", "shape", "field", "item", "file"];
/// The most files in a circle within one room.
const CIRCLE: usize = 4;

/// A module: the names of the folders and the file, without `mod`, `lib` and `main`.
type Module = Vec<String>;
/// The nodes that each node uses.
type Graph<N> = BTreeMap<N, BTreeSet<N>>;

/// Checks all packages below `root`, and returns the violations.
pub(crate) fn check(root: &Path) -> io::Result<Vec<String>> {
    let mut faults = Vec::new();
    for package in PACKAGES {
        let modules = modules(&root.join(package).join("src"))?;
        faults
            .extend(check_package(&modules).into_iter().map(|fault| format!("{package}: {fault}")));
    }
    Ok(faults)
}

fn check_package(modules: &BTreeMap<Module, String>) -> Vec<String> {
    let uses = uses(modules);
    let mut rooms: Graph<String> = Graph::new();
    let mut faults = Vec::new();
    for (from, targets) in &uses {
        let here = room(from, modules);
        let entry = rooms.entry(here.clone()).or_default();
        entry.extend(targets.iter().map(|to| room(to, modules)).filter(|room| *room != here));
        for to in targets {
            faults.extend(
                forbidden(&here, &room(to, modules))
                    .map(|why| format!("{} uses {}: {why}", from.join("/"), to.join("/"))),
            );
        }
    }
    for circle in circles(&rooms) {
        let doors = doors(&circle, &uses, modules);
        faults.push(format!("a circle of rooms: {}\n{doors}", circle.join(", ")));
    }
    for circle in circles(&inside(&uses, modules)).into_iter().filter(|it| it.len() > CIRCLE) {
        let names: Vec<String> = circle.iter().map(|module| module.join("/")).collect();
        faults.push(format!("a circle of {} files: {}", names.len(), names.join(", ")));
    }
    faults
}

/// Returns why a room must not use another, or `None` if it may.
fn forbidden(from: &str, to: &str) -> Option<&'static str> {
    let to_room = to.strip_prefix("plan/")?;
    let place = |room: &str| PLAN.iter().position(|known| *known == room);
    if from == "emit" || from.starts_with("emit/") {
        return (to_room != "model").then_some("emitters may use only the plan's `model`");
    }
    let from_room = from.strip_prefix("plan/")?;
    match (place(from_room), place(to_room)) {
        _ if to_room == "model" || from_room == to_room => None,
        _ if from_room == "model" => Some("`model` may use no room of the planner"),
        (Some(from), Some(to)) if to < from => None,
        _ => Some("a pass may use only earlier passes and `model`"),
    }
}

/// Lists one import for each edge between rooms of a circle.
fn doors(circle: &[String], uses: &Graph<Module>, modules: &BTreeMap<Module, String>) -> String {
    let mut doors = BTreeMap::new();
    for (from, targets) in uses {
        for to in targets {
            let ends = (room(from, modules), room(to, modules));
            if ends.0 != ends.1 && circle.contains(&ends.0) && circle.contains(&ends.1) {
                doors
                    .entry(ends)
                    .or_insert_with(|| format!("    {} -> {}", from.join("/"), to.join("/")));
            }
        }
    }
    doors.into_values().collect::<Vec<_>>().join("\n")
}

/// Returns the room of a file: its folder, or the file itself in the root of the sources.
fn room(module: &Module, modules: &BTreeMap<Module, String>) -> String {
    let is_folder =
        modules.keys().any(|other| other.len() > module.len() && other.starts_with(module));
    let folder = if is_folder || module.len() == 1 { module } else { &module[..module.len() - 1] };
    folder.join("/")
}

/// Returns the uses among files of the same room.
fn inside(uses: &Graph<Module>, modules: &BTreeMap<Module, String>) -> Graph<Module> {
    let same = |from: &Module, to: &Module| room(from, modules) == room(to, modules);
    let targets = |(from, targets): (&Module, &BTreeSet<Module>)| {
        let targets = targets.iter().filter(|to| same(from, to)).cloned().collect();
        (from.clone(), targets)
    };
    uses.iter().map(targets).collect()
}

/// Returns the sources of all modules below a folder.
fn modules(src: &Path) -> io::Result<BTreeMap<Module, String>> {
    let mut found = BTreeMap::new();
    let mut folders: Vec<(PathBuf, Module)> = vec![(src.to_owned(), Vec::new())];
    while let Some((folder, path)) = folders.pop() {
        for entry in fs::read_dir(&folder)? {
            let entry = entry?.path();
            let Some(stem) = entry.file_stem().and_then(|stem| stem.to_str()) else { continue };
            let mut path = path.clone();
            if entry.is_dir() {
                path.push(stem.to_owned());
                folders.push((entry, path));
            } else if entry.extension().is_some_and(|extension| extension == "rs") {
                if !matches!(stem, "mod" | "lib" | "main") {
                    path.push(stem.to_owned());
                }
                found.insert(path, fs::read_to_string(&entry)?);
            }
        }
    }
    Ok(found)
}

/// Returns the modules that each module uses, except the root's uses and tests.
fn uses(modules: &BTreeMap<Module, String>) -> Graph<Module> {
    let mut graph = Graph::new();
    for (here, text) in modules.iter().filter(|(module, _)| !module.is_empty()) {
        let file = syn::parse_file(text).expect("sources parse, because they compile");
        let mut paths = Paths::default();
        paths.visit_file(&file);
        let targets = paths.0.iter().filter_map(|path| resolve(here, path, modules));
        graph.insert(here.clone(), targets.filter(|to| to != here && !to.is_empty()).collect());
    }
    graph
}

/// Returns the module that a path leads to, or the module of its item.
fn resolve(here: &Module, path: &[String], modules: &BTreeMap<Module, String>) -> Option<Module> {
    let mut at = here.clone();
    let mut rest = path;
    match path.first()?.as_str() {
        "crate" => {
            at.clear();
            rest = &path[1..];
        }
        "self" => rest = &path[1..],
        // A path from above, from a module below this one, or from another crate.
        _ => {}
    }
    while let Some((_, others)) = rest.split_first().filter(|(first, _)| *first == "super") {
        at.pop();
        rest = others;
    }
    let mut best = None;
    let is_relative = matches!(path[0].as_str(), "crate" | "self" | "super");
    for len in 0..=rest.len() {
        let target: Module = at.iter().chain(&rest[..len]).cloned().collect();
        if modules.contains_key(&target) && (is_relative || len > 0) {
            best = Some(target);
        }
    }
    best
}

/// Collects the paths in a file.
#[derive(Default)]
struct Paths(Vec<Vec<String>>);

impl Paths {
    fn tree(&mut self, tree: &syn::UseTree, before: &[String]) {
        let with = |ident: &syn::Ident| [before, &[name(ident)]].concat();
        match tree {
            syn::UseTree::Path(path) => self.tree(&path.tree, &with(&path.ident)),
            syn::UseTree::Group(group) => {
                group.items.iter().for_each(|tree| self.tree(tree, before));
            }
            syn::UseTree::Name(last) => self.0.push(with(&last.ident)),
            syn::UseTree::Rename(last) => self.0.push(with(&last.ident)),
            syn::UseTree::Glob(_) => self.0.push(before.to_vec()),
        }
    }
}

impl<'ast> Visit<'ast> for Paths {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.tree(&item.tree, &[]);
    }

    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        let is_test = |attribute: &syn::Attribute| {
            attribute.path().is_ident("cfg")
                && attribute.parse_args::<syn::Path>().is_ok_and(|path| path.is_ident("test"))
        };
        if !item.attrs.iter().any(is_test) {
            syn::visit::visit_item_mod(self, item);
        }
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let names: Vec<String> = path.segments.iter().map(|it| name(&it.ident)).collect();
        if matches!(names[0].as_str(), "crate" | "self" | "super") && names.len() > 1 {
            self.0.push(names);
        }
        syn::visit::visit_path(self, path);
    }
}

fn name(ident: &syn::Ident) -> String {
    ident.to_string().trim_start_matches("r#").to_owned()
}

/// Returns the circles of a graph, each as a sorted list of nodes.
fn circles<N: Ord + Clone>(graph: &Graph<N>) -> Vec<Vec<N>> {
    let reach: BTreeMap<&N, BTreeSet<&N>> =
        graph.keys().map(|node| (node, reached(graph, node))).collect();
    let mut seen = BTreeSet::new();
    let mut found = Vec::new();
    for (&node, reached) in &reach {
        if seen.contains(node) || !reached.contains(node) {
            continue;
        }
        let is_back = |other: &&&N| reach.get(*other).is_some_and(|back| back.contains(node));
        let circle: Vec<N> = reached.iter().filter(is_back).map(|node| (*node).clone()).collect();
        seen.extend(circle.iter().cloned());
        found.push(circle);
    }
    found
}

fn reached<'g, N: Ord>(graph: &'g Graph<N>, from: &N) -> BTreeSet<&'g N> {
    let mut reached = BTreeSet::new();
    let mut left: Vec<&N> = graph.get(from).into_iter().flatten().collect();
    while let Some(node) = left.pop() {
        if reached.insert(node) {
            left.extend(graph.get(node).into_iter().flatten());
        }
    }
    reached
}

#[cfg(test)]
mod tests {
    use super::{Module, check_package};
    use std::collections::BTreeMap;

    fn package(files: &[(&str, &str)]) -> BTreeMap<Module, String> {
        let module = |path: &str| -> Module {
            path.split('/')
                .filter(|name| !matches!(*name, "mod" | "lib"))
                .map(str::to_owned)
                .collect()
        };
        files.iter().map(|(path, text)| (module(path), (*text).to_owned())).collect()
    }

    #[test]
    fn rooms_that_open_one_way_are_in_order() {
        let files = [
            ("lib", "mod a; mod b; pub use a::x::X;"),
            ("a/mod", "pub mod x;"),
            ("a/x", "use crate::b::y::Y; pub struct X;"),
            ("b/mod", "pub mod y;"),
            ("b/y", "use std::fmt; pub struct Y; #[cfg(test)] mod tests { use crate::a::x::X; }"),
        ];
        assert_eq!(check_package(&package(&files)), Vec::<String>::new());
    }

    #[test]
    fn a_circle_of_rooms_is_named_with_its_imports() {
        let files = [
            ("a/x", "use crate::b::{y::Y, z};"),
            ("b/y", "fn f() { super::z::g() }"),
            ("b/z", "use super::super::a::x;"),
        ];
        let faults = check_package(&package(&files));
        assert_eq!(faults, ["a circle of rooms: a, b\n    a/x -> b/y\n    b/z -> a/x"]);
    }

    #[test]
    fn passes_use_what_is_before_them() {
        let files = [
            ("plan/expand/x", "use super::super::field::y;"),
            ("plan/field/y", "use crate::plan::model::item;"),
            ("plan/model/item", "use crate::plan::shape::z;"),
            ("plan/shape/z", ""),
            ("emit/a", "use crate::plan::{model::item, shape::z};"),
        ];
        let faults = check_package(&package(&files));
        let who: Vec<&str> = faults.iter().filter_map(|fault| fault.split(':').next()).collect();
        assert_eq!(
            who,
            [
                "emit/a uses plan/shape/z",
                "plan/expand/x uses plan/field/y",
                "plan/model/item uses plan/shape/z"
            ]
        );
    }

    #[test]
    fn many_files_of_one_room_are_no_circle() {
        let uses = |at: usize| format!("use super::f{}::F;", (at + 1) % 5);
        let texts: Vec<(String, String)> =
            (0..5).map(|at| (format!("a/f{at}"), uses(at))).collect();
        let files: Vec<(&str, &str)> =
            texts.iter().map(|(a, b)| (a.as_str(), b.as_str())).collect();
        let faults = check_package(&package(&files));
        assert_eq!(faults.len(), 1);
        assert!(faults[0].starts_with("a circle of 5 files: a/f0, "), "{faults:?}");
        assert!(check_package(&package(&files[..4])).is_empty());
    }
}
