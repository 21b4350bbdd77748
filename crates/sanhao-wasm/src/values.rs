//! Structured values and errors across the boundary, by serde and serde-wasm-bindgen.

use js_sys::{Error as JsError, Reflect};
use sanhao::Error;
use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_wasm_bindgen::{Deserializer, Serializer};
use wasm_bindgen::JsValue;

use crate::strict::Strict;

/// Reads a value from JavaScript. Fields are read as the core reads JSON: one that is unknown, missing or of another
/// type is an error with its path.
pub(crate) fn from_js<T: DeserializeOwned>(value: JsValue) -> Result<T, JsValue> {
    let reader = Strict(Deserializer::from(value));
    serde_path_to_error::deserialize(reader).map_err(|error| {
        let path = error.path().to_string();
        thrown(Error::malformed(
            path,
            String::from(JsError::from(JsValue::from(error.into_inner())).message()),
        ))
    })
}

/// Writes a value for JavaScript: plain objects, `null` for `None`.
pub(crate) fn to_js<T: Serialize + ?Sized>(value: &T) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&Serializer::json_compatible())?)
}

/// A JavaScript `Error` with the core's sentence as `message` and the error itself as `details`.
pub(crate) fn thrown(error: Error) -> JsValue {
    let thrown = JsError::new(&error.to_string());
    if let Ok(details) = to_js(&error) {
        // Setting a property of an object that was just made cannot fail.
        let _ = Reflect::set(&thrown, &"details".into(), &details);
    }
    thrown.into()
}
