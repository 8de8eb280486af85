//! Work on all cores of the machine.

use std::{num::NonZero, panic, sync::Mutex, thread};

/// Does two things at once, if the machine does not refuse a thread.
pub(crate) fn both<A: Send, B>(other: impl Fn() -> A + Sync, own: impl FnOnce() -> B) -> (A, B) {
    thread::scope(|scope| {
        let started = thread::Builder::new().spawn_scoped(scope, &other);
        let own = own();
        let other = match started {
            Ok(thread) => thread.join().unwrap_or_else(|panic| panic::resume_unwind(panic)),
            Err(_) => other(),
        };
        (other, own)
    })
}

/// Applies `work` to each item, on as many threads as the machine has cores, or fewer if it refuses one.
/// The results are in the order of the items.
pub(crate) fn map<T: Send, R: Send>(items: Vec<T>, work: impl Fn(T) -> R + Sync) -> Vec<R> {
    let count = items.len();
    let threads = thread::available_parallelism().map_or(1, NonZero::get).min(count.max(1));
    let queue = Mutex::new(items.into_iter().enumerate());
    let next =
        || queue.lock().expect("no thread panics, because none does while it takes an item").next();
    let run = || {
        let mut done = Vec::with_capacity(count / threads + 1);
        while let Some((at, item)) = next() {
            done.push((at, work(item)));
        }
        done
    };
    let mut results: Vec<Option<R>> = Vec::new();
    results.resize_with(count, || None);
    thread::scope(|scope| {
        let start = |_| thread::Builder::new().spawn_scoped(scope, run).ok();
        let others: Vec<_> = (1..threads).filter_map(start).collect();
        let own = [run()].into_iter();
        let others = others.into_iter().map(thread::ScopedJoinHandle::join);
        let others = others.map(|done| done.unwrap_or_else(|panic| panic::resume_unwind(panic)));
        own.chain(others).flatten().for_each(|(at, result)| results[at] = Some(result));
    });
    results.into_iter().flatten().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_results_are_returned_and_a_panic_in_either_goes_on() {
        assert_eq!(both(|| 1, || 2), (1, 2));
        let fails =
            |other: fn() -> u8, own: fn() -> u8| panic::catch_unwind(|| both(other, own)).is_err();
        assert!(fails(|| panic!("on purpose"), || 2));
        assert!(fails(|| 1, || panic!("on purpose")));
        assert!(!fails(|| 1, || 2));
    }

    #[test]
    fn results_are_in_the_order_of_the_items() {
        let slow_at_first = |item: usize| {
            thread::sleep(std::time::Duration::from_micros(200 - item as u64));
            item * 2
        };
        assert_eq!(
            map((0..200).collect(), slow_at_first),
            (0..200).map(|it| it * 2).collect::<Vec<_>>()
        );
        assert!(map(Vec::new(), slow_at_first).is_empty());
    }
}
