//! Functions that `TDLib` executes at once, by the types of their responses.

use typelang_runtime::tdlib::AnswerError;
use typelang_td::{
    enums::{JsonValue, OptionValue, TextEntityType, TextParseMode},
    functions::{
        CleanFileName, GetCountryFlagEmoji, GetFileExtension, GetFileMimeType, GetJsonString,
        GetJsonValue, GetMarkdownText, GetOption, GetTextEntities, ParseMarkdown,
        ParseTextEntities, SearchQuote, SearchStringsByPrefix, TestReturnError,
    },
    types::{self, FormattedText},
};

use crate::with_tdjson;

/// Executes a call that succeeds.
macro_rules! answer {
    ($call:expr) => {
        with_tdjson(|tdjson| tdjson.execute(&$call)).expect("TDLib answers with the response")
    };
}

fn plain(text: &str) -> FormattedText {
    FormattedText { text: text.to_owned(), entities: Vec::new() }
}

#[test]
#[ignore = "needs TDLib: run tests/tdjson/run"]
fn text_is_parsed_to_typed_entities() {
    let found = answer!(GetTextEntities { text: "see #tag and https://t.me".to_owned() });
    let kinds: Vec<_> =
        found.entities.iter().map(|it| (it.offset, it.length, &it.r#type)).collect();
    let expected = [(4, 4, &TextEntityType::Hashtag), (13, 12, &TextEntityType::Url)];
    assert_eq!(kinds, expected);

    let markdown = TextParseMode::Markdown(types::TextParseModeMarkdown { version: 2 });
    let parsed = answer!(ParseTextEntities { text: "*b* `c`".to_owned(), parse_mode: markdown });
    assert_eq!(parsed.text, "b c");
    let kinds: Vec<_> = parsed.entities.iter().map(|it| &it.r#type).collect();
    assert_eq!(kinds, [&TextEntityType::Bold, &TextEntityType::Code]);

    assert_eq!(answer!(ParseMarkdown { text: plain("**b** c") }).text, "b c");
    assert_eq!(answer!(GetMarkdownText { text: parsed }).text, "**b** `c`");
    let quote = SearchQuote { text: plain("one two"), quote: plain("two"), quote_position: 0 };
    assert_eq!(answer!(quote).position, 4);
}

#[test]
#[ignore = "needs TDLib: run tests/tdjson/run"]
fn names_of_files_and_countries_are_text() {
    assert_eq!(answer!(GetFileMimeType { file_name: "a.png".to_owned() }).text, "image/png");
    assert_eq!(answer!(GetFileExtension { mime_type: "image/png".to_owned() }).text, "png");
    assert_eq!(answer!(CleanFileName { file_name: "a/b:c.txt".to_owned() }).text, "b c.txt");
    assert_eq!(answer!(GetCountryFlagEmoji { country_code: "SE".to_owned() }).text, "🇸🇪");
    let search = SearchStringsByPrefix {
        strings: ["apple", "pear", "apricot"].map(str::to_owned).to_vec(),
        query: "ap".to_owned(),
        limit: 10,
        return_none_for_empty_query: false,
    };
    let found = answer!(search);
    assert_eq!((found.total_count, found.positions), (2, vec![0, 2]));
}

#[test]
#[ignore = "needs TDLib: run tests/tdjson/run"]
fn json_is_a_value_and_text_again() {
    let text = r#"{"a":[null,true,1.500000,"x"]}"#;
    let JsonValue::Object(object) = answer!(GetJsonValue { json: text.to_owned() }) else {
        panic!("an object")
    };
    let JsonValue::Array(array) = &object.members[0].value else { panic!("an array") };
    assert_eq!(object.members[0].key, "a");
    let number = types::JsonValueNumber { value: 1.5 };
    let string = types::JsonValueString { value: "x".to_owned() };
    let boolean = types::JsonValueBoolean { value: true };
    let expected =
        [JsonValue::Null, boolean.into(), JsonValue::Number(number), JsonValue::String(string)];
    assert_eq!(array.values, expected);
    let again = answer!(GetJsonString { json_value: JsonValue::Object(object) });
    assert_eq!(again.text, text);
}

#[test]
#[ignore = "needs TDLib: run tests/tdjson/run"]
fn an_option_is_an_enum_and_an_error_is_an_error() {
    let OptionValue::String(version) = answer!(GetOption { name: "version".to_owned() }) else {
        panic!("a version is text")
    };
    assert_eq!(version.value, "1.8.61");
    let error = types::Error { code: 7, message: "x".to_owned() };
    match with_tdjson(|tdjson| tdjson.execute(&TestReturnError { error })) {
        Err(AnswerError::Tdlib(error)) => assert_eq!((error.code, &*error.message), (7, "x")),
        other => panic!("{other:?}"),
    }
}
