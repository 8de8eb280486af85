//! grammers-client against the mock: connect, log in, write, receive, obey a pause, come back with the old key.

use std::{
    env,
    error::Error,
    fs,
    io::{BufRead, BufReader},
    net::SocketAddrV4,
    process::{Child, Command, Stdio},
    sync::Arc,
    time::{Duration, Instant},
};

use grammers_client::{Client, tl, update::Update};
use grammers_mtsender::{ConnectionParams, SenderPool, UpdatesConfiguration};
use grammers_session::{Session, storages::MemorySession};
use serde_json::Value;
use tokio::time::timeout;

type Outcome<T> = Result<T, Box<dyn Error + Send + Sync>>;

/// `tl mock`, which ends with this.
struct Mock {
    child: Child,
    address: SocketAddrV4,
    record: std::path::PathBuf,
}

impl Mock {
    fn start() -> Outcome<Self> {
        let record = env::temp_dir().join(format!("grammers-{}.jsonl", std::process::id()));
        let mut child = Command::new(env::var("TL")?)
            .args([
                "mock",
                "--json",
                "--stop-after",
                "120",
                "--script",
                "tests/clients/script.jsonl",
            ])
            .arg("--record")
            .arg(&record)
            .stdout(Stdio::piped())
            .spawn()?;
        let mut line = String::new();
        let out = child.stdout.take().ok_or("no output")?;
        BufReader::new(out).read_line(&mut line)?;
        let facts: Value = serde_json::from_str(&line)?;
        let host = facts["host"].as_str().unwrap_or_default();
        let address = format!("{host}:{}", facts["port"]).parse()?;
        Ok(Self { child, address, record })
    }

    /// The calls so far.
    fn calls(&self) -> Outcome<Vec<Value>> {
        let lines = fs::read_to_string(&self.record)?;
        lines.lines().map(|line| Ok(serde_json::from_str(line)?)).collect()
    }
}

impl Drop for Mock {
    fn drop(&mut self) {
        _ = self.child.kill();
        _ = self.child.wait();
        _ = fs::remove_file(&self.record);
    }
}

fn params() -> ConnectionParams {
    let mut params = ConnectionParams::default();
    params.device_model = "grammers' device".to_owned();
    params.lang_code = "nl".to_owned();
    params
}

async fn log_in(client: &Client, mock: &Mock) -> Outcome<()> {
    assert!(!client.is_authorized().await?);
    let seen = mock.calls()?.into_iter().find(|call| !call["client"].is_null());
    let seen = seen.ok_or("no call has told of the client")?;
    assert_eq!(seen["client"]["device_model"], "grammers' device");
    assert_eq!(seen["client"]["lang_code"], "nl");
    let token = client.request_login_code("+9996620001", "0").await?;
    let me = client.sign_in(&token, "12345").await?;
    assert_eq!(me.id().bare_id(), Some(1001));
    assert!(client.is_authorized().await?);
    let tl::enums::Config::Config(config) =
        client.invoke(&tl::functions::help::GetConfig {}).await?;
    assert_eq!(config.this_dc, 2);
    Ok(())
}

async fn main_in(mock: &Mock) -> Outcome<()> {
    let session = Arc::new(MemorySession::default());
    let mut dc = session.dc_option(2)?.ok_or("no data centre 2")?;
    dc.ipv4 = mock.address;
    session.set_dc_option(&dc).await?;
    session.set_home_dc_id(2).await?;

    let pool = SenderPool::with_configuration(Arc::clone(&session), 1, params());
    let client = Client::new(pool.handle.clone());
    let running = tokio::spawn(pool.runner.run());
    log_in(&client, mock).await?;

    let configuration = UpdatesConfiguration { catch_up: false };
    let mut updates = client.stream_updates(pool.updates, configuration).await?;
    let ben = client.resolve_username("ben_example").await?.ok_or("no user `ben_example`")?;
    let ben = ben.to_ref().await?.ok_or("no access to `ben`")?;
    client.send_message(ben, "hello").await?;
    loop {
        if let Update::NewMessage(message) = updates.next().await?
            && !message.outgoing()
        {
            assert_eq!(message.text(), "hello");
            break;
        }
    }
    let start = Instant::now();
    client.send_message(ben, "wait").await?;
    assert!(start.elapsed() >= Duration::from_secs(2), "the pause was not obeyed");
    pool.handle.quit();
    running.await?;

    let key = mock.calls()?.last().map(|call| call["auth_key_id"].clone());
    let pool = SenderPool::with_configuration(session, 1, params());
    let client = Client::new(pool.handle.clone());
    let running = tokio::spawn(pool.runner.run());
    assert!(client.is_authorized().await?);
    assert_eq!(mock.calls()?.last().map(|call| call["auth_key_id"].clone()), key);
    pool.handle.quit();
    running.await?;
    Ok(())
}

#[tokio::main(flavor = "current_thread")]
async fn main() -> Outcome<()> {
    let mock = Mock::start()?;
    timeout(Duration::from_secs(60), main_in(&mock)).await??;
    println!("grammers: all well");
    Ok(())
}
