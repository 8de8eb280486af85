//! The promise about sizes that generated code makes.

/// Fails the build when a `T` takes more than `limit` bytes of memory.
///
/// # Panics
/// Then; generated code calls it in constants, where a panic is an error of the compiler.
///
/// ```
/// const _: () = typelang_runtime::assert_size::<u64>(8);
/// ```
pub const fn assert_size<T>(limit: usize) {
    assert!(
        size_of::<T>() <= limit,
        "the type is larger than the plan says: please report this schema"
    );
}
