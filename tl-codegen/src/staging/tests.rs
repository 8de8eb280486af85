//! Tests of runs that fail, that are interrupted, and that run concurrently.

use std::{env, thread};

use super::*;

/// Returns an empty folder for one test.
pub(crate) fn folder(test: &str) -> PathBuf {
    let dir = env::temp_dir().join(format!("typelang-codegen-{}-{test}", process::id()));
    _ = fs::remove_dir_all(&dir);
    fs::create_dir_all(&dir).unwrap();
    dir
}

/// Returns the sorted names of a folder's entries.
pub(crate) fn names(dir: &Path) -> Vec<String> {
    let names = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.map(|name| name.into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn nothing_is_replaced_before_all_is_written() {
    let dir = folder("staged");
    fs::write(dir.join("a"), "old").unwrap();
    fs::create_dir(dir.join("b")).unwrap();
    let mut staging = Staging::new(&dir).unwrap();
    staging.add(&dir.join("a"), b"new", Sync::No).unwrap();
    let error = staging.add(&dir.join("b"), b"new", Sync::Yes).unwrap_err().to_string();
    assert!(error.contains("cannot write `") && error.contains("/b`: "), "{error}");
    drop(staging);
    assert_eq!(fs::read(dir.join("a")).unwrap(), b"old");
    assert_eq!(names(&dir), ["a", "b"], "no new file is left");
}

#[test]
fn files_take_their_names_in_order_and_in_folders_that_are_made() {
    let dir = folder("order");
    let mut staging = Staging::new(&dir).unwrap();
    for name in ["x/y/a", "b", "c"] {
        staging.add(&dir.join(name), name.as_bytes(), Sync::No).unwrap();
    }
    let seen = || {
        assert_eq!(fs::read(dir.join("x/y/a")).unwrap(), b"x/y/a");
        assert!(!dir.join("b").exists() && !dir.join("c").exists());
        Ok(())
    };
    staging.commit(2, seen).unwrap();
    assert_eq!(names(&dir), ["b", "c", "x"]);
    assert_eq!(fs::read(dir.join("c")).unwrap(), b"c");
}

#[test]
fn a_stopped_runs_folder_goes_and_a_live_ones_and_others_stay() {
    let dir = folder("left");
    let mut live = Staging::new(&dir).unwrap();
    live.add(&dir.join("a"), b"new", Sync::No).unwrap();
    let left = |name: &str, files: &[&str]| {
        fs::create_dir(dir.join(name)).unwrap();
        for file in files {
            fs::write(dir.join(name).join(file), "x").unwrap();
        }
    };
    left(".typelang-1-0.tmp", &["lock", "0", "12"]);
    left(".typelang-1-1.tmp", &[]);
    left(".typelang-1-2.tmp", &["0"]);
    // Not a staging folder, because of its contents or its name.
    left(".typelang-1-3.tmp", &["lock", "notes"]);
    for name in [".typelang-1.tmp", ".typelang--1.tmp", ".typelang-1-.tmp", ".typelang-1-a.tmp"] {
        left(name, &["lock"]);
    }
    fs::write(dir.join(".typelang-1-4.tmp"), "a file").unwrap();
    clean(&dir).unwrap();
    let live_name = live.folder.file_name().unwrap().to_str().unwrap().to_owned();
    let mut want = [
        ".typelang--1.tmp",
        ".typelang-1-.tmp",
        ".typelang-1-3.tmp",
        ".typelang-1-4.tmp",
        ".typelang-1-a.tmp",
        ".typelang-1.tmp",
        &live_name,
    ];
    want.sort_unstable();
    assert_eq!(names(&dir), want);
    assert_eq!(names(&dir.join(".typelang-1-3.tmp")), ["notes"]);
    live.commit(0, || Ok(())).unwrap();
    assert_eq!(fs::read(dir.join("a")).unwrap(), b"new");
    clean(&dir.join("missing")).unwrap();
}

#[cfg(unix)]
#[test]
fn a_link_that_looks_left_over_is_not_followed() {
    let dir = folder("left-link");
    let own = folder("left-link-own");
    fs::write(own.join("0"), "mine").unwrap();
    std::os::unix::fs::symlink(&own, dir.join(".typelang-1-0.tmp")).unwrap();
    clean(&dir).unwrap();
    assert_eq!(fs::read(own.join("0")).unwrap(), b"mine");
}

#[test]
fn runs_at_the_same_time_leave_whole_files_and_nothing_else() {
    let dir = folder("at-once");
    let texts = ["a".repeat(100_000), "b".repeat(100_000)];
    thread::scope(|scope| {
        for text in &texts {
            for _ in 0..2 {
                scope.spawn(|| {
                    for _ in 0..50 {
                        clean(&dir).unwrap();
                        let mut staging = Staging::new(&dir).unwrap();
                        for name in ["one", "sub/two"] {
                            staging.add(&dir.join(name), text.as_bytes(), Sync::No).unwrap();
                        }
                        let spoil = || {
                            _ = fs::remove_dir(dir.join("sub"));
                            Ok(())
                        };
                        staging.commit(1, spoil).unwrap();
                        let read = fs::read_to_string(dir.join("one")).unwrap();
                        assert!(texts.contains(&read));
                    }
                });
            }
        }
    });
    assert_eq!(names(&dir), ["one", "sub"]);
}

#[cfg(unix)]
#[test]
fn permissions_are_kept_and_what_may_not_be_written_is_not_replaced() {
    use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
    let dir = folder("permissions");
    let path = dir.join("a");
    fs::write(&path, "old").unwrap();
    fs::set_permissions(&path, fs::Permissions::from_mode(0o604)).unwrap();
    // Only root may change the owner of files.
    let is_root = chown(&path, Some(12), Some(34)).is_ok();
    let mut staging = Staging::new(&dir).unwrap();
    staging.add(&path, b"new", Sync::Yes).unwrap();
    staging.commit(0, || Ok(())).unwrap();
    let new = fs::metadata(&path).unwrap();
    assert_eq!((fs::read(&path).unwrap().as_slice(), new.mode() & 0o7777), (&b"new"[..], 0o604));
    if is_root {
        assert_eq!((new.uid(), new.gid()), (12, 34));
        return;
    }
    fs::set_permissions(&path, fs::Permissions::from_mode(0o444)).unwrap();
    let error = Staging::new(&dir).unwrap().add(&path, b"newer", Sync::Yes).unwrap_err();
    assert_eq!(error.kind(), ErrorKind::PermissionDenied);
    assert_eq!(fs::read(&path).unwrap(), b"new");
}
