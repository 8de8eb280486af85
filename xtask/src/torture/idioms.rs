//! Patterns that schemas often use, with any names: matrices, masks for several structs, lists.

use typelang_parser::Dialect;

use super::{
    chance::Chance,
    names::Names,
    schema::Declaration,
    term::{Kind, Known},
};

/// A few lines of TL. A capitalized word after `$` is a type's name, and any other word after `$` a
/// combinator's. The second part lists the parameters of the first type.
const IDIOMS: &[(&str, &[Kind])] = &[
    (
        "$matrix {r:#} {c:#} rows:r*[ c*[ int ] ] = $MATRIX r c; $grid r:# c:# m:($MATRIX r c) = $GRID",
        &[Kind::Number, Kind::Number],
    ),
    (
        "$inner {m:#} a:m.0?int b:m.1?string c:m.31?true = $INNER m; $outer m:# x:($INNER m) y:($inner m) = $OUTER",
        &[Kind::Number],
    ),
    (
        "$masked {m:#} a:m.0?int b:m.2?string = $MASKED m; $holder m:# own:m.0?long on:m.3?true x:($MASKED m) = $HOLDER",
        &[Kind::Number],
    ),
    ("$none {t:Type} = $MAYBE t; $some {t:Type} value:t = $MAYBE t", &[Kind::Type]),
    (
        "$left {a:Type} {b:Type} value:a = $EITHER a b; $right {a:Type} {b:Type} value:b = $EITHER a b",
        &[Kind::Type, Kind::Type],
    ),
    (
        "$entry {t:Type} key:string value:t = $ENTRY t; $dictionary {t:Type} # [ ($entry t) ] = $DICTIONARY t",
        &[Kind::Type],
    ),
    (
        "$tuple {t:Type} {n:#} [ t ] = $TUPLE t n; $sized n:# a:($tuple string n) b:($TUPLE $leaf n) = $SIZED; $leaf x:int = $LEAF",
        &[Kind::Type, Kind::Number],
    ),
    (
        "$zero = $NAT 0; $more {n:#} x:int less:($NAT n) = $NAT (n+1); $use n:($NAT 3) = $USE",
        &[Kind::Number],
    ),
    ("$cons flags:# head:int tail:flags.0?$LIST = $LIST; $both x:$LIST y:$LIST = $BOTH", &[]),
    (
        "$leaf value:string = $TREE; $branch left:$TREE right:$TREE = $TREE; $many all:Vector<$TREE> = $TREE",
        &[],
    ),
    (
        "$bits flags:# a:flags.0?int b:flags.0?string on:flags.0?true c:flags.1?int d:flags.1?true flags2:flags.2?# e:flags2.0?long = $BITS",
        &[],
    ),
    ("$lists n:# a:n*[ int ] b:n*[ string ] c:(n+1)*[ long ] = $LISTS", &[]),
    ("$jagged n:# m:# x:n*[ a:m*[ int ] b:m.0?string ] y:n.0?m*[ int ] = $JAGGED", &[]),
    ("$any id:int value:Object = $ANY", &[]),
    ("$words a:# b:# c:a.0?# x:c.1?int y:b*[ c.2?int ] = $WORDS", &[]),
    (
        "$deep k:# x:k*[ 2*[ k*[ string ] ] ] = $DEEP; $last {q:#} d:($OTHER q) n:q.4?int = $LAST q; $other {z:#} w:z*[ int ] = $OTHER z; $top q:# z:# l:($LAST q) o:($other z) = $TOP",
        &[],
    ),
];

/// Adds some of them.
pub(crate) fn add(
    dialect: Dialect,
    chance: &mut Chance,
    names: &mut Names,
    known: &mut Vec<Known>,
    declarations: &mut Vec<Declaration>,
) {
    for (text, params) in IDIOMS {
        let is_foreign = match dialect {
            Dialect::Tdlib => text.contains('#'),
            Dialect::Vk => text.contains("Object"),
            _ => false,
        };
        if !chance.happens(22) || is_foreign {
            continue;
        }
        let text = named(&in_dialect(text, dialect), chance, names);
        let parsed: Vec<Declaration> = text.split("; ").map(Declaration::parse).collect();
        let name = parsed[0].result.split(' ').next().unwrap_or_default().to_owned();
        let of_it = parsed.iter().filter(|one| one.result.split(' ').next() == Some(&name));
        let constructors = of_it.map(|one| one.name.clone()).collect();
        // Numbers decide which constructors of `Nat` exist, so not all arguments have values; and nothing can
        // be decoded after an object.
        let is_closed = text.contains("+1); ") || text.contains(" 0; ") || text.contains("Object");
        if !is_closed {
            known.push(Known { name, params: params.to_vec(), constructors });
        }
        declarations.extend(parsed);
    }
}

fn in_dialect(text: &str, dialect: Dialect) -> String {
    match dialect {
        Dialect::Tdlib => {
            text.replace(":int", ":int32").replace(":long", ":int53").replace("Vector<", "vector<")
        }
        _ => text.to_owned(),
    }
}

/// Replaces the words after `$` by names, equal words by equal names.
fn named(text: &str, chance: &mut Chance, names: &mut Names) -> String {
    let mut given: Vec<(String, String)> = Vec::new();
    let mut out = String::new();
    let mut parts = text.split('$');
    out += parts.next().unwrap_or_default();
    for part in parts {
        let end = part.find(|letter: char| !letter.is_ascii_alphanumeric()).unwrap_or(part.len());
        let (word, rest) = part.split_at(end);
        let known = given.iter().find(|(known, _)| known == word).map(|(_, name)| name.clone());
        let name = known.unwrap_or_else(|| {
            let is_type = word.starts_with(|letter: char| letter.is_ascii_uppercase());
            let name = if is_type { names.ty(chance) } else { names.combinator(chance) };
            given.push((word.to_owned(), name.clone()));
            name
        });
        out += &name;
        out += rest;
    }
    out
}
