//! A new layer changes the generated API only where it changes the wire format.
//!
//! Goldens: none, because it compares layers of Telegram.
//!
//! A combinator that keeps its id keeps its path, the types of its fields, and the parameters of `new`. Only
//! optional fields may be added. The schema can cause two other differences: a type that gets a second
//! constructor, or loses it, changes between struct and enum; and a field may be put in a `Box` when its
//! struct has grown, which `new` and `into()` hide.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

use std::{collections::BTreeMap, fs};

use super::model::{
    file::{Item, Plan},
    item::Struct,
    rust::{ItemPath, Name, RustType, Space},
};
use crate::{Config, Sources};

const LAYERS: [&str; 3] = ["api-224.tl", "api-229.tl", "api.tl"];

/// Returns the structs of a layer by id and TL name, each with its module.
type Structs = BTreeMap<(u32, String), (String, Struct)>;

fn structs(file: &str) -> Structs {
    let path = format!("{}/../schema/telegram/{file}", env!("CARGO_MANIFEST_DIR"));
    let mut sources = Sources::new();
    sources.add(file, fs::read_to_string(path).unwrap());
    let Plan { files, .. } = Config::new().plan(&sources).unwrap();
    let items = files.into_iter().flat_map(|file| {
        let module = module(&file.path).to_owned();
        file.items.into_iter().map(move |item| (module.clone(), item))
    });
    let structs = items.filter_map(|(module, item)| match item {
        Item::Struct(item) => Some(((item.id, item.tl_name.clone()), (module, *item))),
        _ => None,
    });
    structs.collect()
}

/// Returns the module of a file; the shards of a large module belong to it.
fn module(file: &str) -> &str {
    let path = file.trim_end_matches(".rs");
    match path.rsplit_once('/') {
        Some((module, part)) if part.starts_with('_') => module,
        _ => path,
    }
}

/// Returns a type as code that uses `into()` sees it: without boxes, and with either one or several
/// constructors.
fn seen(ty: &RustType) -> RustType {
    match ty {
        RustType::Box(inner, _) => seen(inner),
        RustType::Option(inner) => RustType::Option(Box::new(seen(inner))),
        RustType::Vec(inner, memory) => RustType::Vec(Box::new(seen(inner)), *memory),
        RustType::Tuple(parts) => RustType::Tuple(parts.iter().map(seen).collect()),
        ty => ty.clone(),
    }
}

/// Returns the generated types in a type.
fn items(ty: &RustType) -> Vec<&ItemPath> {
    match ty {
        RustType::Item(path) => vec![path],
        RustType::Box(inner, _) | RustType::Option(inner) | RustType::Vec(inner, _) => items(inner),
        RustType::Tuple(parts) => parts.iter().flat_map(items).collect(),
        _ => Vec::new(),
    }
}

/// Returns whether two types differ because one names a struct where the other names an enum.
fn differ_by_constructors(old: &RustType, new: &RustType) -> bool {
    let spaces = |ty| items(ty).into_iter().map(|path| path.space).collect::<Vec<Space>>();
    nameless(old) == nameless(new) && spaces(old) != spaces(new)
}

/// Formats a type without names, but with the namespaces of its items.
fn nameless(ty: &RustType) -> String {
    match ty {
        RustType::Item(path) => format!("{:?}", path.modules),
        RustType::Option(inner) => format!("Option<{}>", nameless(inner)),
        RustType::Vec(inner, _) => format!("Vec<{}>", nameless(inner)),
        RustType::Tuple(parts) => parts.iter().map(nameless).collect::<Vec<_>>().join(", "),
        ty => format!("{ty:?}"),
    }
}

#[track_caller]
fn assert_same(what: &str, old: &RustType, new: &RustType) {
    let (old, new) = (seen(old), seen(new));
    assert!(old == new || differ_by_constructors(&old, &new), "{what}: {old:?} became {new:?}");
}

fn assert_grown(old: &Struct, new: &Struct) {
    let tl = &old.tl_name;
    assert_eq!(old.name, new.name);
    let find = |name: &Name| new.fields.iter().find(|field| field.name == *name);
    for field in old.fields.iter() {
        let what = format!("{tl}.{}", field.name.as_str());
        let now = find(&field.name).unwrap_or_else(|| panic!("{what} is gone"));
        assert_same(&what, &field.ty, &now.ty);
    }
    let Some(constructor) = &new.new else {
        assert_eq!(old.fields.len(), new.fields.len(), "{tl} has more fields that must be there");
        return;
    };
    // Without `new`, all fields have always been present.
    let params = match &old.new {
        Some(constructor) => constructor.params.clone(),
        None => old.fields.iter().map(|field| (field.name.clone(), field.ty.clone())).collect(),
    };
    let names = |params: &[(Name, RustType)]| {
        params.iter().map(|(name, _)| name.clone()).collect::<Vec<Name>>()
    };
    assert_eq!(names(&params), names(&constructor.params), "{tl}");
    for ((name, old), (_, new)) in params.iter().zip(&constructor.params) {
        assert_same(&format!("{tl}::new, {}", name.as_str()), old, new);
    }
}

#[test]
fn what_keeps_its_id_keeps_its_fields_and_what_new_takes() {
    let layers = LAYERS.map(structs);
    for (old, new) in [(0, 1), (1, 2), (0, 2)] {
        let mut kept = 0;
        for (key, (path, item)) in &layers[old] {
            let Some((now, grown)) = layers[new].get(key) else { continue };
            assert_eq!(path, now, "{key:?} moved");
            assert_grown(item, grown);
            kept += 1;
        }
        // Otherwise nothing was compared.
        assert!(kept * 10 > layers[old].len() * 9, "{kept} of {} are in both", layers[old].len());
    }
}
