//! Tests with files, links and special files.

use super::*;
use crate::staging::tests::{folder, names};

#[test]
fn a_file_is_made_replaced_and_kept() {
    let dir = folder("replace");
    let path = dir.join("a");
    assert!(replace_file(&path, b"one").unwrap());
    assert!(replace_file(&path, b"two").unwrap());
    let before = fs::metadata(&path).unwrap().modified().unwrap();
    assert!(!replace_file(&path, b"two").unwrap());
    assert_eq!(fs::metadata(&path).unwrap().modified().unwrap(), before);
    assert_eq!(fs::read(&path).unwrap(), b"two");
    assert_eq!(names(&dir), ["a"]);
}

#[test]
fn what_a_stopped_run_left_goes_even_when_the_file_is_kept() {
    let dir = folder("replace-left");
    fs::write(dir.join("a"), "one").unwrap();
    fs::create_dir(dir.join(".typelang-1-0.tmp")).unwrap();
    assert!(!replace_file(dir.join("a"), b"one").unwrap());
    assert_eq!(names(&dir), ["a"]);
}

#[test]
fn errors_name_the_file_and_the_operation() {
    let dir = folder("replace-errors");
    let error = replace_file(&dir, b"").unwrap_err().to_string();
    assert!(error.starts_with(&format!("cannot read `{}`: ", dir.display())), "{error}");
    let path = dir.join("missing/a");
    let error = replace_file(&path, b"").unwrap_err().to_string();
    assert!(error.starts_with("cannot write into `") && error.contains("missing`: "), "{error}");
    assert!(names(&dir).is_empty());
}

#[cfg(unix)]
#[test]
fn a_link_stays_and_its_file_is_replaced() {
    use std::os::unix::fs::symlink;
    let (dir, own) = (folder("replace-link"), folder("replace-link-own"));
    fs::write(own.join("a"), "old").unwrap();
    symlink(own.join("a"), dir.join("first")).unwrap();
    symlink("first", dir.join("second")).unwrap();
    symlink("later", dir.join("dangling")).unwrap();
    symlink("loop", dir.join("loop")).unwrap();
    assert!(replace_file(dir.join("second"), b"new").unwrap());
    assert_eq!(fs::read(own.join("a")).unwrap(), b"new");
    assert!(dir.join("second").is_symlink() && dir.join("first").is_symlink());
    assert!(replace_file(dir.join("dangling"), b"new").unwrap());
    assert!(dir.join("dangling").is_symlink());
    assert_eq!(fs::read(dir.join("later")).unwrap(), b"new");
    let error = replace_file(dir.join("loop"), b"new").unwrap_err().to_string();
    assert!(error.contains("too many symbolic links"), "{error}");
}

#[cfg(unix)]
#[test]
fn what_is_no_file_is_written_to() {
    assert!(replace_file("/dev/null", b"x").unwrap());
    assert!(!fs::metadata("/dev/null").unwrap().is_file());
}

#[cfg(target_os = "linux")]
#[test]
fn a_full_disk_leaves_the_old_bytes() {
    // A device that is always full imitates a disk that fills up; `tl`'s own tests limit the size of files.
    let error = replace_file("/dev/full", b"x").unwrap_err().to_string();
    assert!(error.starts_with("cannot write `/dev/full`: "), "{error}");
}
