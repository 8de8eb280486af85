//! Assigns items to files: one for each namespace in each of the three modules, or one for each shard of it.
//!
//! Goldens: `namespaces`, `parts`.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::Arc,
};

use crate::plan::item::shards::Shards;
use crate::plan::model::{
    file::{File, Imports, Item, Module, Table},
    item::Payload,
    member::Member,
    memory::Memory,
    rust::{ItemPath, ModulePath, Name, RustType, Space},
};
use crate::request::settings::Settings;

/// Sorts the items into files; the root, with the `table` and the further modules, comes first.
pub(crate) fn files(
    items: BTreeMap<ItemPath, Item>,
    shards: &Shards,
    table: Table,
    settings: &Settings,
    memory: Memory,
) -> Vec<File> {
    let mut places: BTreeMap<ModulePath, BTreeMap<Option<Name>, Vec<Item>>> = BTreeMap::new();
    for space in [Space::Enums, Space::Functions, Space::Types] {
        places.insert((space, Arc::default()), BTreeMap::new());
    }
    for (path, item) in items {
        let part = shards.of(&path).cloned();
        let place = places.entry((path.space, path.modules)).or_default();
        place.entry(part).or_default().push(item);
    }
    let with_items: Vec<ModulePath> = places.keys().cloned().collect();
    for (space, path) in with_items {
        for above in 0..path.len() {
            places.entry((space, path[..above].into())).or_default();
        }
    }
    let mut below: BTreeMap<ModulePath, BTreeSet<Name>> = BTreeMap::new();
    for (space, path) in places.keys() {
        if let Some((name, around)) = path.split_last() {
            below.entry((*space, around.into())).or_default().insert(name.clone());
        }
    }
    let mut files = vec![root(table, settings, memory)];
    for (place, mut items) in places {
        let own = items.remove(&None).unwrap_or_default();
        let parts = items.keys().flatten().cloned().collect();
        let whole = file(below.remove(&place).unwrap_or_default(), &place, parts, own);
        let folder = whole.path.trim_end_matches(".rs").to_owned();
        files.push(whole);
        for (name, items) in items {
            let Some(name) = name else { continue };
            let (path, depth) = (format!("{folder}/{}.rs", name.as_str()), place.1.len() + 2);
            let (modules, parts, imports) = (Vec::new(), Vec::new(), imports(&items));
            let module = Some(place.clone());
            files.push(File { path, module, depth, modules, parts, imports, items });
        }
    }
    files
}

/// A module that is always compiled.
fn module(name: Name, doc: String) -> Module {
    Module { name, doc, feature: None, memory: Memory::Heap, debug_feature: None }
}

/// Returns the feature without which the items of a module have no `Debug`, if there is one.
fn debug_feature(settings: &Settings, space: Space) -> Option<String> {
    settings.method_traits_feature.clone().filter(|_| space == Space::Functions)
}

fn root(table: Table, settings: &Settings, memory: Memory) -> File {
    let spaces = [
        (Space::Enums, "Types with several constructors, as enums."),
        (Space::Functions, "Methods, as structs."),
        (
            Space::Types,
            "Constructors, as structs. A type with one constructor is the struct of that.",
        ),
    ];
    let own = spaces.map(|(space, doc)| Module {
        memory,
        debug_feature: debug_feature(settings, space),
        ..module(Name::new(space.module()), doc.to_owned())
    });
    let modules = own.into_iter().chain(settings.read.modules.iter().cloned()).collect();
    let imports = Imports { runtime: true, ..Imports::default() };
    let (parts, items) = (Vec::new(), vec![Item::Table(table)]);
    File { path: String::new(), module: None, depth: 0, modules, parts, imports, items }
}

fn file(
    namespaces: BTreeSet<Name>,
    (space, path): &ModulePath,
    parts: Vec<Name>,
    items: Vec<Item>,
) -> File {
    let modules = namespaces.into_iter().map(|name| {
        let doc = format!("The namespace `{}`.", plain(&name));
        module(name, doc)
    });
    let modules = modules.collect();
    let mut file = space.module().to_owned();
    for name in path.iter() {
        file.push('/');
        file.push_str(plain(name));
    }
    let imports = imports(&items);
    let module = Some((*space, path.clone()));
    File { path: file + ".rs", module, depth: path.len() + 1, modules, parts, imports, items }
}

/// Returns the word without `r#`, which file names do not have.
fn plain(name: &Name) -> &str {
    name.as_str().trim_start_matches("r#")
}

fn imports(items: &[Item]) -> Imports {
    let mut imports = Imports { runtime: !items.is_empty(), ..Imports::default() };
    for item in items {
        match item {
            Item::Struct(item) => {
                imports.schema |= item.traits.reflects || item.has_facts;
                item.fields.iter().for_each(|field| take(&mut imports, &field.ty));
                item.calls.iter().for_each(|(_, ty)| take(&mut imports, ty));
                item.response.iter().for_each(|response| take(&mut imports, response.ty()));
            }
            Item::Enum(item) => {
                imports.schema |= item.traits.reflects;
                imports.types |=
                    item.variants.iter().any(|variant| variant.payload != Payload::Unit);
                let members = item.members.iter().flat_map(|block| &block.list);
                members.filter_map(Member::ty).for_each(|ty| take(&mut imports, ty));
            }
            Item::Opaque(_) => imports.schema = true,
            Item::Table(_) | Item::SerdeModule(_) | Item::SerdeImpls(_) => {}
        }
    }
    imports
}

fn take(imports: &mut Imports, ty: &RustType) {
    match ty {
        RustType::Item(path) | RustType::Opaque(path) => match path.space {
            Space::Enums => imports.enums = true,
            Space::Types => imports.types = true,
            Space::Functions => {}
        },
        RustType::Box(inner, _)
        | RustType::Repeated(inner, _)
        | RustType::Option(inner)
        | RustType::Vec(inner, _)
        | RustType::WithId(_, inner)
        | RustType::Bare(inner)
        | RustType::BareVec(inner, _) => {
            take(imports, inner);
        }
        RustType::Tuple(parts) | RustType::Applied(_, parts) => {
            for part in parts {
                take(imports, part);
            }
        }
        _ => {}
    }
}
