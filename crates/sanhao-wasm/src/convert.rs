//! Structured values and errors across the boundary.

use js_sys::{Error as JsError, Reflect};
use sanhao::Error;
use serde::Serialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::JsValue;

pub(crate) type JsResult = Result<JsValue, JsValue>;

/// A JavaScript `Error` with the core's sentence as `message` and the error itself as `details`.
pub(crate) fn thrown(error: Error) -> JsValue {
    let thrown = JsError::new(&error.to_string());
    if let Ok(details) = to_js(&error) {
        // Setting a property of an object made a line above cannot fail.
        let _ = Reflect::set(&thrown, &"details".into(), &details);
    }
    thrown.into()
}

/// A value from JavaScript; one of another shape is an error that names the path of the first field that does not fit.
pub(crate) fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    serde_path_to_error::deserialize(serde_wasm_bindgen::Deserializer::from(value)).map_err(|error| {
        let message = error.inner().to_string();
        // The reader's error is a JavaScript one, which begins with its name.
        thrown(Error::malformed(error.path(), message.strip_prefix("Error: ").unwrap_or(&message)))
    })
}

/// A value for JavaScript: plain objects, `null` for none.
pub(crate) fn to_js(value: &impl Serialize) -> JsResult {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible();
    value.serialize(&serializer).map_err(|error| JsError::new(&error.to_string()).into())
}
