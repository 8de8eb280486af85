//! Running the command in a folder of the test's own.

use std::{
    collections::BTreeMap,
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
};

/// Types with one and with several constructors, a namespace, flags, a wrapper.
pub(crate) const SHAPES: &str = "\
// LAYER 7
point x:int y:int = Point;
circle centre:Point radius:int = Shape;
polygon flags:# closed:flags.0?true points:Vector<Point> name:flags.1?string = Shape;
shapes.page shapes:Vector<Shape> next:long = shapes.Page;
---functions---
shapes.add shape:Shape = Bool;
shapes.list from:long = shapes.Page;
later {X:Type} seconds:int query:!X = X;
";

/// What a run gave.
pub(crate) struct Ran {
    pub(crate) status: i32,
    pub(crate) out: String,
    pub(crate) err: String,
}

/// An empty folder.
pub(crate) struct Folder(PathBuf);

impl Folder {
    /// Makes the folder, which is named after the test.
    pub(crate) fn new(test: &str) -> Self {
        let path = Path::new(env!("CARGO_TARGET_TMPDIR")).join(test);
        if path.exists() {
            fs::remove_dir_all(&path).unwrap();
        }
        fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    pub(crate) fn write(&self, name: &str, text: impl AsRef<[u8]>) {
        fs::write(self.path(name), text).unwrap();
    }

    pub(crate) fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap()
    }

    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        fs::read(self.path(name)).unwrap()
    }

    /// Runs `tl` here with the words of `line`.
    pub(crate) fn tl(&self, line: &str) -> Ran {
        self.tl_reading(line, b"")
    }

    /// Runs `tl` here; `input` is its standard input.
    pub(crate) fn tl_reading(&self, line: &str, input: &[u8]) -> Ran {
        self.run(&line.split_whitespace().collect::<Vec<_>>(), input)
    }

    /// Runs a shell's line here, in which `tl` is the command.
    pub(crate) fn shell(&self, line: &str) -> Ran {
        let tl = Path::new(env!("CARGO_BIN_EXE_tl")).parent().unwrap();
        let path = format!("{}:{}", tl.display(), std::env::var("PATH").unwrap());
        let output = Command::new("sh")
            .args(["-c", line])
            .current_dir(&self.0)
            .env("PATH", path)
            .stdin(Stdio::null())
            .output()
            .unwrap();
        let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
        let status = output.status.code().unwrap();
        Ran { status, out: text(&output.stdout), err: text(&output.stderr) }
    }

    /// Runs `tl` here with arguments that may hold blanks.
    pub(crate) fn run(&self, args: &[&str], input: &[u8]) -> Ran {
        let mut child = Command::new(env!("CARGO_BIN_EXE_tl"))
            .args(args)
            .current_dir(&self.0)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let mut stdin = child.stdin.take().unwrap();
        let output = thread::scope(|scope| {
            // The command may write before it has read all, or end without reading.
            scope.spawn(move || stdin.write_all(input));
            child.wait_with_output().unwrap()
        });
        Ran {
            status: output.status.code().unwrap(),
            out: String::from_utf8(output.stdout).unwrap(),
            err: String::from_utf8(output.stderr).unwrap(),
        }
    }

    /// All files below a folder, by path.
    pub(crate) fn files(&self, below: &str) -> BTreeMap<PathBuf, String> {
        let mut files = BTreeMap::new();
        collect(&self.path(below), &mut files);
        let root = self.path(below);
        let relative = |path: PathBuf| path.strip_prefix(&root).unwrap().to_owned();
        files.into_iter().map(|(path, text)| (relative(path), text)).collect()
    }
}

fn collect(dir: &Path, files: &mut BTreeMap<PathBuf, String>) {
    for entry in fs::read_dir(dir).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, files);
        } else {
            let bytes = fs::read(&path).unwrap();
            // A compiled schema is no text.
            let text = String::from_utf8(bytes)
                .unwrap_or_else(|error| error.as_bytes().escape_ascii().to_string());
            files.insert(path, text);
        }
    }
}
