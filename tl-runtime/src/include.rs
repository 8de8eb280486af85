//! Including code that a build script generated.

/// Includes the code that the build script wrote to `OUT_DIR`: to `tl/`, or to the given folder.
///
/// ```ignore
/// mod api {
///     typelang_runtime::include_tl!(); // what `Config::new().compile(…)` wrote
/// }
///
/// mod other {
///     typelang_runtime::include_tl!("other"); // what `.out_dir(Path::new(&env::var("OUT_DIR")?).join("other"))` wrote
/// }
/// ```
#[macro_export]
macro_rules! include_tl {
    () => {
        $crate::include_tl!("tl");
    };
    ($folder:literal) => {
        ::core::include!(::core::concat!(::core::env!("OUT_DIR"), "/", $folder, "/lib.rs"));
    };
}
