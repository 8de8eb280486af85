//! A memory limit.

/// Runs `work` and checks that it never holds more than `limit` bytes on the heap.
pub(crate) fn bounded<T>(limit: usize, work: impl FnOnce() -> T) -> T {
    let mut result = None;
    let used = allocation_counter::measure(|| result = Some(work()));
    assert!(used.bytes_max <= limit as u64, "{} bytes held, {limit} allowed", used.bytes_max);
    result.expect("a result, because the work has been done")
}
