//! The map.

use core::{borrow::Borrow, cmp::Ordering, fmt, ops::Index};
use std::vec;

use super::tree::{Path, Tree};

/// An ordered map.
#[derive(Clone)]
pub struct Map<K, V> {
    /// In the order in which they were added; a removed value is `None`.
    entries: Vec<(K, Option<V>)>,
    tree: Tree,
    len: usize,
}

/// The place of a key.
#[derive(Debug)]
pub struct Entry<'m, K, V> {
    map: &'m mut Map<K, V>,
    key: K,
    found: Result<usize, Path>,
}

/// The entries of a borrowed map, in order.
#[derive(Debug)]
pub struct Iter<'m, K, V> {
    order: vec::IntoIter<usize>,
    entries: &'m [(K, Option<V>)],
}

/// The entries of a map, in order.
#[derive(Debug)]
pub struct IntoIter<K, V> {
    order: vec::IntoIter<usize>,
    slots: Vec<Option<(K, V)>>,
}

impl<K, V> Clone for Iter<'_, K, V> {
    fn clone(&self) -> Self {
        Self { order: self.order.clone(), entries: self.entries }
    }
}

impl<'m, K, V> Iterator for Iter<'m, K, V> {
    type Item = (&'m K, &'m V);

    fn next(&mut self) -> Option<Self::Item> {
        loop {
            let (key, value) = &self.entries[self.order.next()?];
            if let Some(value) = value {
                return Some((key, value));
            }
        }
    }
}

impl<K, V> DoubleEndedIterator for Iter<'_, K, V> {
    fn next_back(&mut self) -> Option<Self::Item> {
        loop {
            let (key, value) = &self.entries[self.order.next_back()?];
            if let Some(value) = value {
                return Some((key, value));
            }
        }
    }
}

impl<K, V> Iterator for IntoIter<K, V> {
    type Item = (K, V);

    fn next(&mut self) -> Option<(K, V)> {
        loop {
            let taken = self.slots[self.order.next()?].take();
            if taken.is_some() {
                return taken;
            }
        }
    }
}

impl<K, V> DoubleEndedIterator for IntoIter<K, V> {
    fn next_back(&mut self) -> Option<(K, V)> {
        loop {
            let taken = self.slots[self.order.next_back()?].take();
            if taken.is_some() {
                return taken;
            }
        }
    }
}

impl<K, V> Default for Map<K, V> {
    fn default() -> Self {
        Self { entries: Vec::new(), tree: Tree::default(), len: 0 }
    }
}

impl<K, V> Map<K, V> {
    /// Creates an empty map.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Returns the number of entries.
    #[must_use]
    pub fn len(&self) -> usize {
        self.len
    }

    /// Returns whether there are no entries.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len == 0
    }

    /// Returns all entries in order.
    #[must_use]
    pub fn iter(&self) -> Iter<'_, K, V> {
        Iter { order: self.tree.order().into_iter(), entries: &self.entries }
    }

    /// Returns all keys in order.
    #[must_use]
    pub fn keys(&self) -> impl DoubleEndedIterator<Item = &K> + Clone {
        self.iter().map(|(key, _)| key)
    }

    /// Returns all values in the order of their keys.
    #[must_use]
    pub fn values(&self) -> impl DoubleEndedIterator<Item = &V> + Clone {
        self.iter().map(|(_, value)| value)
    }

    /// Returns all values in no particular order.
    pub fn values_mut(&mut self) -> impl Iterator<Item = &mut V> {
        self.entries.iter_mut().filter_map(|(_, value)| value.as_mut())
    }

    /// Returns all entries in no particular order.
    pub fn iter_mut(&mut self) -> impl Iterator<Item = (&K, &mut V)> {
        self.entries.iter_mut().filter_map(|(key, value)| Some((&*key, value.as_mut()?)))
    }

    /// Returns all keys in order.
    #[must_use]
    pub fn into_keys(self) -> impl DoubleEndedIterator<Item = K> {
        self.into_iter().map(|(key, _)| key)
    }

    /// Returns all values in the order of their keys.
    #[must_use]
    pub fn into_values(self) -> impl DoubleEndedIterator<Item = V> {
        self.into_iter().map(|(_, value)| value)
    }

    /// Removes the entries that do not pass.
    pub fn retain(&mut self, mut passes: impl FnMut(&K, &mut V) -> bool) {
        for (key, slot) in &mut self.entries {
            if slot.as_mut().is_some_and(|value| !passes(key, value)) {
                *slot = None;
                self.len -= 1;
            }
        }
    }
}

impl<K: Ord, V> Map<K, V> {
    fn seek<Q: Ord + ?Sized>(&self, key: &Q) -> Option<usize>
    where
        K: Borrow<Q>,
    {
        let mut at = self.tree.root();
        while let Some(here) = at {
            match key.cmp(self.entries[here].0.borrow()) {
                Ordering::Equal => return at,
                side => at = self.tree.below(here, side == Ordering::Less),
            }
        }
        None
    }

    fn place(&self, key: &K) -> Result<usize, Path> {
        let (mut at, mut path) = (self.tree.root(), Path::new());
        while let Some(here) = at {
            let side = key.cmp(&self.entries[here].0);
            if side == Ordering::Equal {
                return Ok(here);
            }
            let left = side == Ordering::Less;
            path.push((u32::try_from(here).unwrap_or(u32::MAX), left));
            at = self.tree.below(here, left);
        }
        Err(path)
    }

    /// Returns a key as it was added.
    pub fn get_key<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&K>
    where
        K: Borrow<Q>,
    {
        let (key, value) = &self.entries[self.seek(key)?];
        value.as_ref().map(|_| key)
    }

    /// Returns the value of a key.
    pub fn get<Q: Ord + ?Sized>(&self, key: &Q) -> Option<&V>
    where
        K: Borrow<Q>,
    {
        self.seek(key).and_then(|at| self.entries[at].1.as_ref())
    }

    /// Returns the value of a key.
    pub fn get_mut<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<&mut V>
    where
        K: Borrow<Q>,
    {
        let at = self.seek(key)?;
        self.entries[at].1.as_mut()
    }

    /// Returns whether the key has a value.
    pub fn contains_key<Q: Ord + ?Sized>(&self, key: &Q) -> bool
    where
        K: Borrow<Q>,
    {
        self.get(key).is_some()
    }

    /// Sets the value of a key, and returns the one that it had.
    pub fn insert(&mut self, key: K, value: V) -> Option<V> {
        let found = self.place(&key);
        let at = self.slot(key, found);
        let old = self.entries[at].1.replace(value);
        self.len += usize::from(old.is_none());
        old
    }

    /// Removes a key, and returns its value.
    pub fn remove<Q: Ord + ?Sized>(&mut self, key: &Q) -> Option<V>
    where
        K: Borrow<Q>,
    {
        let at = self.seek(key)?;
        let old = self.entries[at].1.take();
        self.len -= usize::from(old.is_some());
        old
    }

    /// Returns the place of a key.
    pub fn entry(&mut self, key: K) -> Entry<'_, K, V> {
        let found = self.place(&key);
        Entry { map: self, key, found }
    }

    /// Returns the place of a key's value, which is added if there is none.
    fn slot(&mut self, key: K, found: Result<usize, Path>) -> usize {
        found.unwrap_or_else(|path| {
            self.tree.add(&path);
            self.entries.push((key, None));
            self.entries.len() - 1
        })
    }
}

impl<'m, K: Ord, V> Entry<'m, K, V> {
    /// Returns the value, after setting it if there is none.
    pub fn or_insert_with(self, value: impl FnOnce() -> V) -> &'m mut V {
        let Self { map, key, found } = self;
        let at = map.slot(key, found);
        let slot = &mut map.entries[at].1;
        map.len += usize::from(slot.is_none());
        slot.get_or_insert_with(value)
    }

    /// Returns the value, after setting it if there is none.
    pub fn or_insert(self, value: V) -> &'m mut V {
        self.or_insert_with(|| value)
    }

    /// Returns the value, after setting it if there is none.
    pub fn or_default(self) -> &'m mut V
    where
        V: Default,
    {
        self.or_insert_with(V::default)
    }

    /// Changes the value if there is one.
    #[must_use]
    pub fn and_modify(self, change: impl FnOnce(&mut V)) -> Self {
        if let Ok(at) = self.found {
            self.map.entries[at].1.as_mut().map(change);
        }
        self
    }
}

impl<K, V> IntoIterator for Map<K, V> {
    type Item = (K, V);
    type IntoIter = IntoIter<K, V>;

    fn into_iter(self) -> IntoIter<K, V> {
        let mut slots = Vec::with_capacity(self.entries.len());
        for (key, value) in self.entries {
            slots.push(value.map(|value| (key, value)));
        }
        IntoIter { order: self.tree.order().into_iter(), slots }
    }
}

impl<'m, K, V> IntoIterator for &'m Map<K, V> {
    type Item = (&'m K, &'m V);
    type IntoIter = Iter<'m, K, V>;

    fn into_iter(self) -> Iter<'m, K, V> {
        self.iter()
    }
}

impl<K: Ord, V> Extend<(K, V)> for Map<K, V> {
    fn extend<I: IntoIterator<Item = (K, V)>>(&mut self, entries: I) {
        entries.into_iter().for_each(|(key, value)| _ = self.insert(key, value));
    }
}

impl<K: Ord, V> FromIterator<(K, V)> for Map<K, V> {
    fn from_iter<I: IntoIterator<Item = (K, V)>>(entries: I) -> Self {
        let mut map = Self::new();
        map.extend(entries);
        map
    }
}

impl<K: Ord, V, const N: usize> From<[(K, V); N]> for Map<K, V> {
    fn from(entries: [(K, V); N]) -> Self {
        entries.into_iter().collect()
    }
}

impl<K: Ord + Borrow<Q>, Q: Ord + ?Sized, V> Index<&Q> for Map<K, V> {
    type Output = V;

    fn index(&self, key: &Q) -> &V {
        self.get(key).expect("the key is in the map, because the caller put it there")
    }
}

impl<K: fmt::Debug, V: fmt::Debug> fmt::Debug for Map<K, V> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_map().entries(self.iter()).finish()
    }
}

impl<K: PartialEq, V: PartialEq> PartialEq for Map<K, V> {
    fn eq(&self, other: &Self) -> bool {
        self.len == other.len && self.iter().eq(other.iter())
    }
}

impl<K: Eq, V: Eq> Eq for Map<K, V> {}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn it_does_what_the_standard_map_does() {
        // A fixed walk over small keys, so that keys are added, replaced, removed and added again.
        let (mut map, mut standard) = (Map::new(), BTreeMap::new());
        let mut state = 1_u32;
        for step in 0..4_000 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            let key = state >> 20;
            match state >> 4 & 3 {
                0 => assert_eq!(map.remove(&key), standard.remove(&key)),
                1 => *map.entry(key).or_default() += *standard.entry(key).or_default() + 1,
                _ => assert_eq!(map.insert(key, step), standard.insert(key, step)),
            }
            standard.entry(key).and_modify(|it| *it = map.get(&key).copied().unwrap_or(0));
            assert_eq!(map.len(), standard.len());
            assert_eq!(map.get(&key), standard.get(&key));
        }
        assert!(map.iter().eq(standard.iter()) && map.len() > 500);
        map.retain(|key, _| key % 3 == 0);
        standard.retain(|key, _| key % 3 == 0);
        assert_eq!(map.clone(), map);
        assert!(map.into_iter().eq(standard));
    }

    #[test]
    fn its_depth_is_a_logarithm() {
        for keys in [(0..10_000).collect::<Vec<u32>>(), (0..10_000).rev().collect()] {
            let map: Map<u32, ()> = keys.iter().map(|key| (*key, ())).collect();
            let depth = |key: &u32| map.place(&(key * 2 + 1)).map_or_else(|path| path.len(), |_| 0);
            assert!(keys.iter().map(depth).max().unwrap() <= 28);
        }
    }
}
