//! A check of the sizes that the generator planned.

/// Fails the build if a `T` takes more than `limit` bytes of memory.
///
/// # Panics
/// If it takes more. Generated code calls it in constants, where a panic is a compile error.
///
/// ```
/// const _: () = typelang_runtime::tl::assert_size::<u64>(8);
/// ```
pub const fn assert_size<T>(limit: usize) {
    assert!(
        size_of::<T>() <= limit,
        "the type is larger than the plan says: please report this schema"
    );
}
