use super::*;
use crate::{Dialect, Options, Sources, catalogue, check, diagnostic::Code};

fn schema(text: &str) -> Schema {
    let mut sources = Sources::new();
    sources.add("a.tl", text);
    check(&sources, &Options { dialect: Some(Dialect::Vk), ..Options::default() }).schema
}

fn broken(old: &str, new: &str) -> Vec<Code> {
    incompatible(&schema(old), &schema(new)).iter().map(|fault| fault.code).collect()
}

#[test]
fn the_examples_of_the_catalogue_break_their_rule_alone() {
    let mut count = 0;
    for entry in catalogue::entries().filter(|entry| (Code(300)..Code(900)).contains(&entry.code)) {
        assert_eq!(broken(catalogue::PREDECESSOR, entry.bad), [entry.code], "{}", entry.bad);
        assert_eq!(broken(catalogue::PREDECESSOR, entry.good), [], "{}", entry.good);
        count += 1;
    }
    assert_eq!(count, 11);
}

#[test]
fn a_schema_may_stay_and_grow() {
    let old = "a#1 n:# x:n.0?int = A;\nb#2 {n:#} y:n.1?int = B n;\n\
               ---functions---\nf#3 n:# b:(B n) = A;\n";
    assert_eq!(broken(old, old), []);
    let new = "a#1 n:# renamed:n.0?int z:n.1?string = A;\nb#2 {n:#} y:n.1?int z:n.2?int = B n;\nc#9 = C;\n\
               ---functions---\nf#3 n:# b:(B n) c:n.3?C = A;\ng#4 n:# x:n.0?int = A;\nh#5 = A;\n";
    assert_eq!(broken(old, new), []);
}

#[test]
fn the_fields_that_are_gone_are_counted() {
    let note = |was: &str, is: &str| {
        let (old, new) = (schema(&format!("a#1 {was}= A;\n")), schema(&format!("a#1 {is}= A;\n")));
        let [fault] = &*incompatible(&old, &new) else { panic!("{was}, {is}") };
        fault.notes.join("\n")
    };
    assert_eq!(note("x:int ", ""), "it had 1 field; the last was `x`");
    assert_eq!(note("x:int y:int ", "x:int "), "it had 2 fields; the last was `y`");
    assert_eq!(note("x:int y:int ", ""), "it had 2 fields; the last were `x`, `y`");
}

#[test]
fn bits_are_in_use_wherever_a_word_goes() {
    let old = "b#2 {n:#} y:n.1?int = B n;\nc#4 {k:#} b:%(B k) = C k;\n\
               ---functions---\nf#3 n:# x:n.5?int c:(C n) = Bool;\nboolTrue#997275b5 = Bool;\n";
    let with = |b: &str, f: &str| {
        format!(
            "b#2 {{n:#}} y:n.1?int{b} = B n;\nc#4 {{k:#}} b:%(B k) = C k;\nboolTrue#997275b5 = Bool;\n\
             ---functions---\nf#3 n:# x:n.5?int c:(C n){f} = Bool;\n"
        )
    };
    let old = old.replace("boolTrue#997275b5 = Bool;\n", "");
    let old = format!("boolTrue#997275b5 = Bool;\n{old}");
    assert_eq!(broken(&old, &with("", "")), []);
    assert_eq!(broken(&old, &with("", " z:n.2?int")), []);
    assert_eq!(broken(&old, &with("", " z:n.1?int")), [codes::BIT_TAKEN]);
    assert_eq!(broken(&old, &with(" z:n.5?int", "")), [codes::BIT_TAKEN]);
    assert_eq!(broken(&old, &with(" z:n.2?int", "")), []);
}

#[test]
fn a_method_gets_its_first_flag_word_with_the_first_field() {
    let a = "a#1 = A;\n---functions---\n";
    let of = |fields: &str| {
        broken(&format!("{a}f#2 x:int = A;"), &format!("{a}f#2 x:int {fields} = A;"))
    };
    assert_eq!(of("w:# y:w.0?int"), []);
    assert_eq!(of("w:#"), [codes::UNUSED_WORD]);
    assert_eq!(of("y:int"), [codes::FIELD_WITHOUT_BIT]);
    assert_eq!(of("w:# y:int"), [codes::FIELD_WITHOUT_BIT]);
    let more = |fields: &str| {
        broken(
            &format!("{a}f#2 n:# x:n*[ int ] = A;"),
            &format!("{a}f#2 n:# x:n*[ int ] {fields} = A;"),
        )
    };
    assert_eq!(more("w:# y:w.0?int"), []);
    assert_eq!(more("w:# y:n.0?int"), [codes::FIELD_WITHOUT_BIT]);
}

#[test]
fn constructors_cannot_get_a_flag_word_later() {
    assert_eq!(
        broken("a#1 x:int = A;", "a#1 x:int w:# y:w.0?int = A;"),
        [codes::FIELD_WITHOUT_BIT]
    );
    assert_eq!(
        broken("a x:int = A;", "a x:int y:int = A;"),
        [codes::ID_CHANGED, codes::FIELD_WITHOUT_BIT]
    );
}
