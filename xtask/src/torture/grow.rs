//! Random schemas.

use std::collections::BTreeSet;

use typelang_parser::Dialect;

use super::{
    chance::Chance,
    idioms,
    names::Names,
    schema::{Declaration, Schema},
    term::{Kind, Known, Scope},
};

/// Makes the schema of a seed.
pub(crate) fn schema(seed: u64) -> Schema {
    let chance = &mut Chance::new(seed);
    let dialect = *chance.of(&[
        Dialect::Telegram,
        Dialect::Telegram,
        Dialect::Tdlib,
        Dialect::Ton,
        Dialect::Vk,
        Dialect::Vk,
    ]);
    let spaces = match dialect {
        Dialect::Telegram | Dialect::Vk => 1,
        Dialect::Tdlib => 2,
        Dialect::Ton => 4,
    };
    let mut names = Names::new(spaces);
    let mut declarations = Vec::new();
    let mut known = Vec::new();
    idioms::add(dialect, chance, &mut names, &mut known, &mut declarations);
    let first = known.len();
    let is_numeric = chance.happens(65);
    for _ in 0..3 + chance.below(7) {
        known.push(plan(chance, &mut names, is_numeric));
    }
    for at in first..known.len() {
        constructors(dialect, chance, &known, at, &mut declarations);
    }
    for _ in 0..chance.below(6) {
        let name = names.combinator(chance);
        declarations.push(method(dialect, chance, &known, name));
    }
    if dialect == Dialect::Telegram && chance.happens(25) {
        layers(chance, &mut declarations);
    }
    for one in &mut declarations {
        finish(chance, one);
    }
    declarations.sort_by_key(|one| (one.is_method, one.mark));
    let layer =
        (dialect == Dialect::Telegram && chance.happens(60)).then(|| 1 + chance.word() % 300);
    Schema { dialect, layer, declarations }
}

/// Plans a type: its name and its parameters.
fn plan(chance: &mut Chance, names: &mut Names, is_numeric: bool) -> Known {
    let params = match chance.below(100) {
        0..10 => vec![Kind::Type],
        10..14 => vec![Kind::Type, Kind::Type],
        14..30 if is_numeric => vec![Kind::Number],
        30..36 if is_numeric => vec![Kind::Number, Kind::Number],
        36..42 if is_numeric => vec![Kind::Type, Kind::Number],
        _ => Vec::new(),
    };
    let count = if chance.happens(50) { 1 } else { 2 + chance.below(3) };
    let constructors = (0..count).map(|_| names.combinator(chance)).collect();
    Known { name: names.ty(chance), params, constructors }
}

/// Makes the constructors of a type. The first one uses none of the later types, so that the type has finite
/// values.
fn constructors(
    dialect: Dialect,
    chance: &mut Chance,
    types: &[Known],
    at: usize,
    declarations: &mut Vec<Declaration>,
) {
    let known = &types[at];
    for (place, name) in known.constructors.iter().enumerate() {
        let (mut fields, mut result) = (Vec::new(), known.name.clone());
        let mut scope = Scope {
            dialect,
            types,
            safe: if place == 0 { at } else { types.len() },
            is_generic: !known.params.is_empty(),
            used: BTreeSet::new(),
            numbers: Vec::new(),
            variables: Vec::new(),
        };
        for (kind, word) in known.params.iter().zip(["t", "n", "m"]) {
            scope.used.insert(word.to_owned());
            let (list, kind) = match kind {
                Kind::Type => (&mut scope.variables, "Type"),
                Kind::Number => (&mut scope.numbers, "#"),
            };
            list.push(word.to_owned());
            fields.push(format!("{{{word}:{kind}}}"));
            result = format!("{result} {word}");
        }
        let count = if chance.happens(12) { 0 } else { 1 + chance.below(6) };
        fields.extend(scope.fields(chance, count));
        declarations.push(Declaration {
            name: name.clone(),
            fields,
            result,
            ..Declaration::default()
        });
    }
}

fn method(dialect: Dialect, chance: &mut Chance, types: &[Known], name: String) -> Declaration {
    let mut scope = Scope {
        dialect,
        types,
        safe: types.len(),
        is_generic: false,
        used: BTreeSet::new(),
        numbers: Vec::new(),
        variables: Vec::new(),
    };
    let (mut fields, mut query) = (Vec::new(), None);
    let is_wrapper = dialect != Dialect::Tdlib && chance.happens(25);
    if is_wrapper {
        fields.push("{X:Type}".to_owned());
        scope.used.insert("X".to_owned());
        query = Some(super::names::field(chance, &mut scope.used) + ":!X");
    }
    let count = chance.below(4);
    fields.extend(scope.fields(chance, count));
    fields.extend(query);
    let plain = |text: String| text.trim_start_matches(['(']).trim_end_matches([')']).to_owned();
    let result = match chance.below(8) {
        _ if is_wrapper => (*chance.of(&["X", "X", "Vector<X>"])).to_owned(),
        0 => "Bool".to_owned(),
        1 => "Vector<int>".replace("int", if dialect == Dialect::Tdlib { "int32" } else { "int" }),
        2 if dialect != Dialect::Tdlib => format!("Vector<{}>", plain_type(chance, types)),
        3 if dialect == Dialect::Vk => "Vector string".to_owned(),
        _ => plain(plain_type(chance, types)),
    };
    Declaration { is_method: true, name, fields, result, ..Declaration::default() }
}

/// Returns a boxed type with constant arguments.
fn plain_type(chance: &mut Chance, types: &[Known]) -> String {
    let known = chance.of(types);
    let mut args = String::new();
    for kind in &known.params {
        args += if *kind == Kind::Type { " Bool" } else { " 2" };
    }
    if args.is_empty() { known.name.clone() } else { format!("({}{args})", known.name) }
}

/// Declares some names again in later layers, with other ids and more fields.
fn layers(chance: &mut Chance, declarations: &mut Vec<Declaration>) {
    let mut later = Vec::new();
    for one in
        declarations.iter().filter(|one| one.fields.iter().all(|field| !field.starts_with('{')))
    {
        for mark in [8, 17, 101] {
            if chance.happens(8) {
                let mut again = one.clone();
                again.mark = Some(mark);
                again.fields.push(format!("since{mark}:int"));
                later.push(again);
            }
        }
    }
    declarations.append(&mut later);
}

/// Adds an id and comments.
fn finish(chance: &mut Chance, one: &mut Declaration) {
    if chance.happens(30) {
        one.name = format!("{}#{:08x}", one.name, chance.word().max(1));
    }
    if chance.happens(25) {
        let said = *chance.of(&[
            "What [it] is, <b>and</b> `why`",
            "ends in a backslash \\",
            "a */ comment /* in a comment",
            "```rust let x = 1; ```",
            "é 日本 \u{202e} x",
            "# heading, - list, 1. item, \"quotes\" {braces}",
        ]);
        one.docs.push(format!("//@description {said}"));
        for field in &one.fields {
            if let Some((name, _)) = field.split_once(':')
                && name.chars().all(|letter| letter.is_ascii_alphanumeric() || letter == '_')
                && chance.happens(50)
            {
                let tag = if name == "description" { "param_description" } else { name };
                one.docs.push(format!("//@{tag} {said}"));
            }
        }
    } else if chance.happens(10) {
        one.docs.push("// a comment".to_owned());
    }
}
