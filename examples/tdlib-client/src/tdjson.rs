//! `libtdjson`, loaded when the program runs.

use std::{
    ffi::{CStr, CString, c_char, c_double, c_int},
    mem::ManuallyDrop,
    path::Path,
};

use libloading::Library;
use typelang_runtime::{
    Function,
    serde::{Deserialize, Serialize},
    tdlib::{AnswerError, Received, request},
};

/// The functions of `td_json_client.h`.
#[derive(Debug)]
pub struct Tdjson {
    create_client_id: unsafe extern "C" fn() -> c_int,
    send: unsafe extern "C" fn(c_int, *const c_char),
    receive: unsafe extern "C" fn(c_double) -> *const c_char,
    execute: unsafe extern "C" fn(*const c_char) -> *const c_char,
    /// Never unloaded, because `TDLib`'s threads run on.
    _library: ManuallyDrop<Library>,
}

#[expect(unsafe_code, reason = "a C library is loaded and called")]
impl Tdjson {
    /// Loads the library, such as `libtdjson.so`. Load it once in a process.
    ///
    /// # Errors
    /// If the file is not a library, or lacks a function.
    pub fn load(path: &Path) -> Result<Self, libloading::Error> {
        // SAFETY: `libtdjson` starts nothing when it is loaded, and the types are those of `td_json_client.h`.
        unsafe {
            let library = Library::new(path)?;
            Ok(Self {
                create_client_id: *library.get(b"td_create_client_id")?,
                send: *library.get(b"td_send")?,
                receive: *library.get(b"td_receive")?,
                execute: *library.get(b"td_execute")?,
                _library: ManuallyDrop::new(library),
            })
        }
    }

    /// Creates a client. It starts with its first call.
    #[must_use]
    pub fn create_client(&self) -> i32 {
        // SAFETY: the function takes nothing and may be called at any time.
        unsafe { (self.create_client_id)() }
    }

    /// Sends a call. Its answer arrives by [`Tdjson::receive`], with `extra`.
    ///
    /// # Errors
    /// If the call holds a number that JSON does not have.
    pub fn send<F>(&self, client: i32, call: &F, extra: u64) -> Result<(), AnswerError>
    where
        F: Function + Serialize,
    {
        let json = c_string(request(call, Some(extra))?);
        // SAFETY: the text ends with NUL and lives until the function has copied it.
        unsafe { (self.send)(client, json.as_ptr()) };
        Ok(())
    }

    /// Waits for the next object. Returns `None` if none comes within these seconds.
    pub fn receive(&mut self, seconds: f64) -> Option<String> {
        // SAFETY: `&mut self` keeps other threads from receiving. The text lives until the next call from this thread.
        unsafe { text((self.receive)(seconds)) }
    }

    /// Executes a call that needs no client, and reads its response.
    ///
    /// # Errors
    /// If `TDLib` answers with an error, or with another object than the response.
    pub fn execute<F>(&mut self, call: &F) -> Result<F::Response, AnswerError>
    where
        F: Function<Response: for<'de> Deserialize<'de>> + Serialize,
    {
        let json = self.execute_json(request(call, None)?);
        Received::parse(json.as_deref().unwrap_or_default())?.answer_to(call)
    }

    /// Executes a call that is JSON already.
    pub fn execute_json(&mut self, json: String) -> Option<String> {
        let json = c_string(json);
        // SAFETY: the text ends with NUL. The answer lives until the next call from this thread.
        unsafe { text((self.execute)(json.as_ptr())) }
    }
}

/// Text with a NUL at its end. JSON escapes those within.
fn c_string(mut json: String) -> CString {
    json.retain(|char| char != '\0');
    CString::new(json).unwrap_or_default()
}

/// Copies a text.
///
/// # Safety
/// The pointer is null, or to a text that ends with NUL and does not change until the copy is made.
#[expect(unsafe_code, reason = "the pointer is from C")]
unsafe fn text(pointer: *const c_char) -> Option<String> {
    if pointer.is_null() {
        return None;
    }
    // SAFETY: as the caller says.
    let text = unsafe { CStr::from_ptr(pointer) };
    Some(text.to_string_lossy().into_owned())
}
