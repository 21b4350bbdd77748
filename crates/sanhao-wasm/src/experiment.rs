//! Experiments from JavaScript: an older one is migrated, then read.

use js_sys::{Object, Reflect};
use sanhao::{CheckedExperiment, Document, Experiment};
use wasm_bindgen::prelude::wasm_bindgen;
use wasm_bindgen::{JsCast as _, JsValue};

use crate::values::{from_js, thrown, to_js};

/// Reads an experiment of any version and checks it.
pub(crate) fn checked(experiment: JsValue) -> Result<CheckedExperiment, JsValue> {
    from_js::<Experiment>(migrated(experiment)?)?.try_into().map_err(thrown)
}

/// The experiment as the core takes it: of the present version, checked, with every field.
#[wasm_bindgen(js_name = readExperiment, unchecked_return_type = "Experiment")]
pub fn read_experiment(
    #[wasm_bindgen(unchecked_param_type = "unknown")] experiment: JsValue,
) -> Result<JsValue, JsValue> {
    to_js::<Experiment>(&*checked(experiment)?)
}

/// Brings an experiment of an older version, or a part of one, to the present version. The fields are not checked.
#[wasm_bindgen(js_name = migrateExperiment, unchecked_return_type = "unknown")]
pub fn migrated(
    #[wasm_bindgen(unchecked_param_type = "unknown")] experiment: JsValue,
) -> Result<JsValue, JsValue> {
    let mut document = Plain(experiment);
    sanhao::migrate(&mut document).map_err(thrown)?;
    Ok(document.0)
}

/// A plain value of JavaScript. A change is made in a copy: whoever calls keeps the object as it was.
struct Plain(JsValue);

impl Plain {
    fn object(&self) -> Option<&Object> {
        if self.0.is_object() { Some(self.0.unchecked_ref()) } else { None }
    }

    fn copy(&self) -> Option<Object> {
        Some(Object::assign(&Object::new(), self.object()?))
    }
}

impl Document for Plain {
    fn get(&self, field: &str) -> Option<Self> {
        let value = Reflect::get(self.object()?, &field.into()).ok()?;
        (!value.is_undefined()).then_some(Self(value))
    }

    fn set(&mut self, field: &str, value: Self) {
        if let Some(copy) = self.copy() {
            // Setting a property of an object that was just made cannot fail.
            let _ = Reflect::set(&copy, &field.into(), &value.0);
            self.0 = copy.into();
        }
    }

    fn remove(&mut self, field: &str) {
        if let Some(copy) = self.copy() {
            let _ = Reflect::delete_property(&copy, &field.into());
            self.0 = copy.into();
        }
    }

    fn text(&self) -> Option<String> {
        self.0.as_string()
    }

    fn number(&self) -> Option<f64> {
        self.0.as_f64()
    }

    fn from_text(text: &str) -> Self {
        Self(text.into())
    }

    fn from_number(number: u32) -> Self {
        Self(number.into())
    }
}
