//! Tests of documentation in comments.

use typelang_parser::{
    FileId,
    docs::{CombinatorDocs, Docs, docs_of},
    parse,
};

fn docs(text: &str) -> Docs<'_> {
    let parsed = parse(FileId(0), text);
    assert_eq!(parsed.diagnostics, [], "{text}");
    docs_of(&parsed.file, text)
}

/// Returns the docs of the only documented combinator.
fn only(text: &str) -> CombinatorDocs<'_> {
    let mut found: Vec<_> = docs(text).combinators.into_values().collect();
    assert_eq!(found.len(), 1, "{text}: {found:?}");
    found.remove(0)
}

fn fields<'a>(docs: &'a CombinatorDocs<'a>) -> Vec<(&'a str, &'a str)> {
    docs.fields.iter().map(|(name, text)| (*name, text.as_str())).collect()
}

#[test]
fn tags() {
    let found = only(
        "//@description A button @x Left; mail a@x or @y_z\n//@param_description Its text\n//-on two lines\n//@nobody is it\n\
         button x:int description:string = Button;",
    );
    assert_eq!(found.text.as_deref(), Some("A button"));
    assert_eq!(
        fields(&found),
        [("description", "Its text\non two lines"), ("x", "Left; mail a@x or @y_z")]
    );
    assert_eq!(found.unknown.iter().map(|tag| tag.text).collect::<Vec<_>>(), ["nobody"]);
}

#[test]
fn a_field_called_description_without_its_long_tag_is_not_the_description() {
    let found =
        only("//@description A game @param_description Of it\ngame description:string = Game;");
    assert_eq!(found.text.as_deref(), Some("A game"));
    assert_eq!(fields(&found), [("description", "Of it")]);
}

#[test]
fn classes_stand_alone_or_above_a_declaration() {
    let text = "//@class A @description First\n\n//@class B\n//@description Second\n//-and more\n//@description Of b\nb = B;\n\
                //@class C @description Last";
    let found = docs(text);
    let types: Vec<_> = found.types.iter().map(|(name, text)| (*name, text.as_str())).collect();
    assert_eq!(types, [("A", "First"), ("B", "Second\nand more"), ("C", "Last")]);
    assert_eq!(found.combinators[&0].text.as_deref(), Some("Of b"));
}

#[test]
fn plain_comments_above_and_on_the_right() {
    let found = only("// not this\n\n// one\n// two\na x:int = A; // three\nb = B;");
    assert_eq!(found.text.as_deref(), Some("one\ntwo\nthree"));
    assert_eq!(only("/* one\n * two */\na = A;").text.as_deref(), Some("one\ntwo"));
}

#[test]
fn comments_within_a_declaration() {
    let text = "a // head\n  // of x\n  // and more\n  x:int\n\n  // of nothing\n\n  y:int z:int // of z\n  n*[ // a cell\n    c:int // of c\n  ]\n  = A;";
    let found = only(text);
    assert_eq!(found.text.as_deref(), Some("head"));
    assert_eq!(fields(&found), [("c", "of c"), ("x", "of x\nand more"), ("z", "of z")]);
}

#[test]
fn separators_and_what_is_commented_out_say_nothing() {
    for comment in [
        "///////////////",
        "//////// Main part",
        "//----- Part",
        "// ----",
        "// LAYER 7",
        "//b#12345678 x:int = B;",
        "// b = B; // by hand",
        "//    x:int",
        "//",
        "// about b\n//b = B;",
    ] {
        assert_eq!(docs(&format!("{comment}\na = A;")).combinators.len(), 0, "{comment}");
    }
    assert_eq!(only("//b = B;\n// about a: this\na = A;").text.as_deref(), Some("about a: this"));
}

#[test]
fn the_layer_is_at_either_end() {
    assert_eq!(docs("// LAYER 230\na = A;").layer, Some(230));
    assert_eq!(docs("a = A;\n// c\n//LAYER 7").layer, Some(7));
    assert_eq!(docs("a = A;\n// LAYER 7\nb = B;").layer, None);
    assert_eq!(docs("// layer 23\n// LAYER x\na = A;").layer, None);
}
