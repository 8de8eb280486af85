//! `tl mock`: a server that clients connect to.

use std::{
    fs::File,
    io::{self, Write},
    net::IpAddr,
    path::{Path, PathBuf},
    sync::mpsc::{Receiver, RecvTimeoutError, channel},
    time::{Duration, Instant},
};

use serde_json::{Value, json};
use typelang_mock::{Builder, CallEvent, Event, OtherLayers, RsaKey};

use super::scripts;
use crate::shared::{
    outcome::{Failure, Outcome},
    terminal::Terminal,
    text::read,
};

/// The arguments of `tl mock`.
#[derive(Clone, Debug, clap::Args)]
#[command(after_help = EXAMPLES)]
pub struct Mock {
    /// Listen on this port [default: a free one]
    #[arg(long, default_value_t = 0, hide_default_value = true)]
    pub port: u16,
    /// Listen on this address of the loopback network
    #[arg(long, default_value = "127.0.0.1", value_name = "IP")]
    pub address: IpAddr,
    /// Answer by this script: a line of JSON for each answer
    #[arg(long, value_name = "FILE")]
    pub script: Vec<PathBuf>,
    /// Leave out the answers for logging in
    #[arg(long)]
    pub no_login: bool,
    /// Answer everything else with random values from this seed
    #[arg(long, value_name = "SEED")]
    pub random: Option<u64>,
    /// Write each call as a line of JSON to this file
    #[arg(long, value_name = "FILE")]
    pub record: Option<PathBuf>,
    /// Speak the layer of this schema too, which has a line `// LAYER 229`; layers that `tl schema --list` prints need
    /// none
    #[arg(long = "schema", value_name = "SCHEMA")]
    pub schemas: Vec<PathBuf>,
    /// Refuse clients of other layers, instead of answering them in the nearest one
    #[arg(long)]
    pub strict_layers: bool,
    /// Use this private RSA key, in PKCS #1's PEM [default: one that is published with the command]
    #[arg(long, value_name = "FILE")]
    pub key: Option<PathBuf>,
    /// Print address and key as a line of JSON, and no events
    #[arg(long)]
    pub json: bool,
    /// Stop after this many seconds
    #[arg(long, value_name = "SECONDS")]
    pub stop_after: Option<u64>,
}

const EXAMPLES: &str = "\
Examples:
  tl mock --port 4430
  tl mock --script answers.jsonl --record calls.jsonl
  tl mock --random 7 --schema api-229.tl

A script has lines such as
  {\"method\": \"account.updateStatus\", \"result\": true}
  {\"method\": \"auth.sendCode\", \"error\": {\"code\": 420, \"message\": \"FLOOD_WAIT_3\"}, \"times\": 1}
The guide's chapter on the mock has all keys.

The server is for tests and guards nothing: it listens on the loopback network alone, and everybody knows its key.";

/// Runs a server until the process is ended, or for some time.
///
/// # Errors
/// When a file cannot be read or written, or the address cannot be listened on.
pub fn mock(args: &Mock, terminal: &mut Terminal<'_>) -> Result<Outcome, Failure> {
    let (sender, events) = channel();
    let builder = builder(args)?.on_event(move |event: &Event| {
        // The receiver is gone only while the process ends.
        _ = sender.send(event.clone());
    });
    // Before the command prints where it listens.
    let record = args.record.as_ref().map(|path| {
        let file = File::create(path).map_err(Failure::io("written", path))?;
        Ok::<_, Failure>((path.as_path(), file))
    });
    let record = record.transpose()?;
    let started = builder.start_blocking();
    let mock = started.map_err(|error| not_started(&error))?;
    let key = mock.rsa_key();
    let mut out = terminal.text();
    if args.json {
        writeln!(out, "{}", facts(&mock))?;
    } else {
        writeln!(out, "listening on {}", mock.address())?;
        writeln!(out, "fingerprint {}\n{}", key.fingerprint(), key.public_pem())?;
        writeln!(out, "{}", mock.paste())?;
    }
    out.flush()?;
    follow(args, &events, record, terminal)
}

fn not_started(error: &io::Error) -> Failure {
    let remedy = match error.kind() {
        io::ErrorKind::AddrInUse => "; `--port 0` takes a free port",
        io::ErrorKind::PermissionDenied => "; ports from 1024 on need no special rights",
        _ => "",
    };
    Failure::Usage(format!("cannot start: {error}{remedy}"))
}

fn builder(args: &Mock) -> Result<Builder, Failure> {
    let mut builder =
        typelang_mock::Mock::builder().port(args.port).ip(args.address).layers(typelang_layers::at);
    if args.strict_layers {
        builder = builder.other_layers(OtherLayers::Refused);
    }
    if let Some(path) = &args.key {
        let key = RsaKey::from_pem(&read(path)?);
        let remedy = "`openssl genrsa -traditional` writes one";
        let wrong = |error| Failure::Usage(format!("{}: {error}; {remedy}", path.display()));
        builder = builder.rsa_key(key.map_err(wrong)?);
    }
    builder = scripts::add(&args.script, builder)?;
    for path in &args.schemas {
        let name = path.display().to_string();
        let added = builder.layer(&name, &read(path)?);
        builder = added.map_err(|error| Failure::Usage(error.to_string()))?;
    }
    scripts::check(&args.script, &builder)?;
    if let Some(seed) = args.random {
        builder = builder.random(seed);
    }
    Ok(if args.no_login { builder } else { builder.login() })
}

fn facts(mock: &typelang_mock::Mock) -> Value {
    let key = mock.rsa_key();
    json!({
        "host": mock.address().ip().to_string(),
        "port": mock.address().port(),
        "fingerprint": key.fingerprint().to_string(),
        "modulus": key.modulus(),
        "exponent": key.exponent(),
        "pem": key.public_pem(),
    })
}

/// Prints and records events until the time is up.
fn follow(
    args: &Mock,
    events: &Receiver<Event>,
    mut record: Option<(&Path, File)>,
    terminal: &mut Terminal<'_>,
) -> Result<Outcome, Failure> {
    // A time beyond the clock is no end.
    let end = args
        .stop_after
        .and_then(|seconds| Instant::now().checked_add(Duration::from_secs(seconds)));
    loop {
        let left = end.map_or(Duration::MAX, |end| end.saturating_duration_since(Instant::now()));
        match events.recv_timeout(left.min(Duration::from_hours(1))) {
            Ok(event) => {
                if let (Event::Call(call), Some((path, file))) = (&event, &mut record) {
                    // At once, so that a reader never sees a part of a line.
                    let line = format!("{}\n", line(call));
                    file.write_all(line.as_bytes()).map_err(Failure::write(*path))?;
                }
                if !args.json
                    && let Some(text) = text(&event)
                {
                    terminal.note(&text)?;
                }
            }
            Err(RecvTimeoutError::Timeout) if end.is_none_or(|end| Instant::now() < end) => {}
            Err(_) => return Ok(Outcome::Done),
        }
    }
}

/// A call as a line of the record.
fn line(call: &CallEvent) -> Value {
    let parsed = call.json.as_deref().and_then(|json| serde_json::from_str::<Value>(json).ok());
    let client = call.client.as_deref().map(|client| {
        json!({
            "api_id": client.api_id,
            "device_model": client.device_model,
            "system_version": client.system_version,
            "app_version": client.app_version,
            "system_lang_code": client.system_lang_code,
            "lang_pack": client.lang_pack,
            "lang_code": client.lang_code,
        })
    });
    json!({
        "method": call.method,
        "call": parsed,
        "layer": call.layer,
        "auth_key_id": format!("{:016x}", call.auth_key_id),
        "session_id": format!("{:016x}", call.session_id),
        "msg_id": call.msg_id.to_string(),
        "client": client,
        "answered_by": call.answered_by.name(),
        "error": call.error,
    })
}

/// An event for a person; `None` for those that say little.
fn text(event: &Event) -> Option<String> {
    Some(match event {
        Event::Call(call) => {
            let by = call.answered_by.name();
            let error = call.error.as_ref().map_or(String::new(), |error| format!(", {error}"));
            format!("{}: answered by {by}{error}", call.method)
        }
        Event::Transport { framing, is_obfuscated: false } => {
            format!("a client with packets of the kind {framing:?}")
        }
        Event::Transport { framing, is_obfuscated: true } => {
            format!("a client with packets of the kind {framing:?}, obfuscated")
        }
        Event::Unframed(error) => format!("a connection was closed: {error}"),
        Event::KeyAgreed { auth_key_id, expires_in } => {
            let kind = if expires_in.is_some() { "temporary key" } else { "key" };
            format!("the {kind} {auth_key_id:016x} was agreed")
        }
        Event::Refused(refusal) => format!("the key exchange failed: {refusal}"),
        Event::UnknownKey { auth_key_id } => {
            format!("a message under {auth_key_id:016x}, which the server does not have")
        }
        Event::UnknownLayer { asked, used: Some(used) } => format!(
            "the client speaks layer {asked}, and is answered in layer {used}; add its schema with --schema"
        ),
        Event::UnknownLayer { asked, used: None } => {
            format!("the client speaks layer {asked}, and is refused; add its schema with --schema")
        }
        Event::Unsendable { layer, reason } => {
            format!("a value was not sent, because layer {layer} cannot express it: {reason}")
        }
        Event::Unbound(error) => format!("a temporary key was not bound: {error}"),
        Event::BadMessage { msg_id, code } => {
            format!("the message {msg_id} was refused with the code {code}")
        }
        _ => return None,
    })
}
