//! Tests a build script's requests for single items and fields.

#![allow(clippy::unwrap_used, reason = "helpers of tests fail as tests do")]

mod common;

use common::sources;
use typelang_codegen::Config;

/// Returns the report for requests that must be refused.
#[track_caller]
fn report(config: &Config, text: &str) -> String {
    config.generate(&sources("a", text)).expect_err("the settings are refused").to_string()
}

/// Mistaken requests, each with the end of its report.
type Asking = fn(&mut Config) -> &mut Config;
const MISTAKES: &[(Asking, &str)] = &[
    (
        |config| config.type_attribute("usr", "#[a]"),
        "type_attribute(\"usr\", …): nothing in the schema is called `usr`; did you mean `user`?",
    ),
    (
        |config| config.type_attribute("nobody", "#[a]"),
        "`nobody` is a variant without a struct, called `User.nobody`",
    ),
    (
        |config| config.type_attribute("user.photo", "#[a]"),
        "`user.photo` is in the schema, but this setting has no effect on it: no struct or enum is generated for it",
    ),
    (
        |config| config.field_attribute("user.phto", "#[a]"),
        "nothing in the schema is called `user.phto`; did you mean `user.photo`?",
    ),
    (
        |config| config.field_attribute("user.flags", "#[a]"),
        "`user.flags` is in the schema, but this setting has no effect on it: it has no field of its own in the code",
    ),
    (
        |config| config.derive("Photo", "Hash").derive("photos", "Eq"),
        "derive(\"photos\", …): nothing in the schema is called `photos`; did you mean `photo`?",
    ),
    (
        |config| config.boxed("user.id"),
        "boxed(\"user.id\"): `user.id` is in the schema, but this setting has no effect on it: name a field of its own that holds a struct or an enum",
    ),
    (
        |config| config.unknown(["Usr"]),
        "unknown(\"Usr\"): nothing in the schema is called `Usr`; did you mean `User`?",
    ),
    (
        |config| config.unknown(["user"]),
        "`user` is in the schema, but this setting has no effect on it: name a type that has several constructors and takes no arguments",
    ),
    (
        |config| config.reflect(false).unknown(["User"]),
        "values of other layers are found by the compiled schema; remove `reflect(false)`",
    ),
    (|config| config.boxed("user.w"), "name a field of its own that holds a struct or an enum"),
    (
        |config| config.rename("user", "One").rename("user", "Two"),
        "it already has a new name; remove one of the two calls",
    ),
    (
        |config| config.rename("n", "Other"),
        "only structs, enums, variants and fields can be renamed",
    ),
    (|config| config.rename("user.w", "width"), "is part of the field `user.w_and_h`"),
    (
        |config| config.rename("user", "type"),
        "rename(\"user\", …): `type` is not an identifier such as `SendText`",
    ),
    (
        |config| config.rename("user", "Photo"),
        "rename(\"user\", …): two of `types` would be named `Photo`; choose another name",
    ),
    (
        |config| config.rename("n.get", "Set"),
        "two of `functions::n` would be named `Set`; choose another name",
    ),
    (
        |config| config.rename("user.id", "photo"),
        "two of the fields of `user` would be named `photo`; choose another name",
    ),
    (
        |config| config.rename("User.nobody", "User"),
        "two of the variants of `User` would be named `User`; choose another name",
    ),
    (
        |config| config.rename("n.get", "X"),
        "two of `n.get` and its type parameters would be named `X`; choose another name",
    ),
    (
        |config| config.keep_flag_bits("photo"),
        "keep_flag_bits(\"photo\"): `photo` is in the schema, but this setting has no effect on it: it has no flag word",
    ),
    (
        |config| config.extern_path("user", "::my::User"),
        "extern_path(\"user\", …): `user` is in the schema, but this setting has no effect on it: name a type that the schema declares",
    ),
    (
        |config| config.extern_path("Int", "::my::Int"),
        "but this setting has no effect on it: name a type that the schema declares",
    ),
];

const ASKED: &str = "photo id:long = Photo;\nnobody = User;\n\
    user flags:# id:long photo:flags.0?Photo w:flags.1?int h:flags.1?int = User;\n\
    ---functions---\nn.get {X:Type} query:!X = X;\nn.set user:User = Bool;";

#[test]
fn requests_that_cannot_be_are_reported_with_their_place_and_a_remedy() {
    for (ask, want) in MISTAKES {
        let mut config = Config::new();
        ask(&mut config);
        let report = report(&config, ASKED);
        assert_eq!(report.lines().count(), 1, "{report}");
        assert!(report.contains("tests/requests.rs:"), "{report}");
        assert!(report.contains(want), "{report}\n{want}");
    }
}

#[test]
fn all_mistakes_are_in_one_report_by_place() {
    let mut config = Config::new();
    config.rename("user", "two words");
    config.type_attribute("usr", "#[a]").boxed("user.id");
    config.rename("photo", "User");
    let report = report(&config, ASKED);
    let setters = report.lines().map(|line| line.split(": ").nth(1).unwrap());
    let setters: Vec<&str> = setters.map(|call| call.split('(').next().unwrap()).collect();
    assert_eq!(setters, ["rename", "type_attribute", "boxed", "rename"], "{report}");
}

/// Returns the Rust names of the plan, by TL name.
fn plan(config: &Config, text: &str) -> Vec<String> {
    let plan = config.plan(&sources("a", text)).unwrap();
    plan.names.iter().map(|name| format!("{} {} {}", name.tl, name.kind, name.rust)).collect()
}

#[test]
fn new_names_are_in_the_plan() {
    let mut config = Config::new();
    config
        .rename("user", "Person")
        .rename("User", "Whoever")
        .rename("User.nobody", "Nobody")
        .rename("Photo", "Picture")
        .rename("user.id", "r#type")
        .rename("user.w_and_h", "size")
        .rename("n.get", "Ask");
    let names = plan(&config, ASKED);
    for want in [
        "user constructor types::Person",
        "User type enums::Whoever",
        "User.nobody variant enums::Whoever::Nobody",
        "User.user variant enums::Whoever::User",
        "photo constructor types::Picture",
        "Photo type types::Picture",
        "user.id field types::Person::r#type",
        "user.w field types::Person::size",
        "user.h field types::Person::size",
        "n.get function functions::n::Ask",
    ] {
        assert!(names.iter().any(|name| name == want), "{want}\n{}", names.join("\n"));
    }
}

#[test]
fn requests_for_fields_reach_what_they_select_and_nothing_else() {
    let count = |selector: &str| {
        let mut config = Config::new();
        config.field_attribute(selector, "#[my::attribute]");
        let files = config.generate(&sources("a", ASKED)).unwrap().files;
        files.values().map(|text| text.matches("#[my::attribute]").count()).sum::<usize>()
    };
    let selectors = ["user.id", "user.w", "user", "n", "n.set", ".", "User.nobody"];
    assert_eq!(selectors.map(count), [1, 1, 3, 2, 1, 6, 1]);
}

#[test]
fn an_item_comes_before_a_field_of_the_same_name() {
    let text = "a b:int c:int = A;\na.b x:int = a.B;";
    let mut config = Config::new();
    config.field_attribute("a.b", "#[my::attribute]");
    let files = config.generate(&sources("a", text)).unwrap().files;
    assert!(files["types/a.rs"].contains("#[my::attribute]\n    pub x"), "{}", files["types/a.rs"]);
    assert!(!files["types.rs"].contains("#[my::attribute]"));
}

#[test]
fn derives_are_one_attribute_and_what_is_there_is_not_derived_again() {
    let mut config = Config::new();
    config.derive("user", "Clone, PartialOrd, ::core::fmt::Debug, Eq").derive(".", "PartialOrd,");
    let types = &config.generate(&sources("a", ASKED)).unwrap().files["types.rs"];
    assert!(types.contains("#[derive(PartialOrd)]\npub struct User"), "{types}");
    assert_eq!(types.matches("#[derive(").count(), 2, "{types}");
    config.reflect(false);
    let types = &config.generate(&sources("a", ASKED)).unwrap().files["types.rs"];
    assert!(types.contains("#[derive(Debug, PartialOrd)]\npub struct User"), "{types}");
}

#[test]
fn who_is_copy_derives_clone() {
    let text = "a b:int c:long = A;\nb c:string = B;";
    let types =
        |config: &Config| config.generate(&sources("a", text)).unwrap().files["types.rs"].clone();
    let plain = types(&Config::new());
    assert!(plain.contains("impl tl::Clone for A {"), "{plain}");
    let copied = types(Config::new().derive("a", "::core::marker::Copy"));
    assert!(copied.contains("#[derive(Clone, ::core::marker::Copy)]\npub struct A"), "{copied}");
    assert_eq!(copied.matches("impl tl::Clone for").count(), 1);
}

#[test]
fn a_field_behind_a_box_has_the_same_codec() {
    let types =
        |config: &Config| config.generate(&sources("a", ASKED)).unwrap().files["types.rs"].clone();
    let (plain, boxed) = (types(&Config::new()), types(Config::new().boxed("user.photo")));
    assert!(boxed.contains("pub photo: tl::Option<tl::Box<types::Photo>>,"), "{boxed}");
    assert_eq!(
        boxed.replace("tl::Box<types::Photo>", "types::Photo").lines().count(),
        plain.lines().count()
    );
}

#[test]
fn a_request_for_what_is_left_out_is_no_mistake_and_a_typo_still_is() {
    let mut config = Config::new();
    config.only(["n.get"]).rename("user.id", "number").boxed("user.photo").derive("n", "Hash");
    assert!(config.generate(&sources("a", ASKED)).is_ok());
    config.rename("usr", "Person").only(["n.gett"]);
    let report = report(&config, ASKED);
    assert!(report.contains("rename(\"usr\", …): nothing in the schema is called"), "{report}");
    let want = "only(\"n.gett\"): nothing in the schema is called `n.gett`; did you mean `n.get`?";
    assert!(report.ends_with(want), "{report}");
    assert_eq!(report.lines().count(), 2, "{report}");
}
