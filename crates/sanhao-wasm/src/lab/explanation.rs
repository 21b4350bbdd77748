//! An explained update with JavaScript's own arrays of numbers; `lab.d.ts` has it for TypeScript.

use js_sys::Float32Array;
use sanhao::ndarray::Array2;
use sanhao::{Explanation, LayerPass};
use serde::Serialize;

/// The core's [`Explanation`].
#[derive(Serialize)]
pub(super) struct ExplanationArrays {
    shifts: Vec<f64>,
    scales: Vec<f64>,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    features: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    targets: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    used: Float32Array,
    layers: Vec<LayerPassArrays>,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    losses: Float32Array,
    loss: f64,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    slopes: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    unpenalised: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    gradient: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    parameters: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    plain: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    raw: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    first: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    second: Float32Array,
}

/// The core's [`LayerPass`].
#[derive(Serialize)]
struct LayerPassArrays {
    #[serde(with = "serde_wasm_bindgen::preserve")]
    sums: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    values: Float32Array,
    #[serde(with = "serde_wasm_bindgen::preserve")]
    deltas: Float32Array,
}

impl From<Explanation> for ExplanationArrays {
    fn from(explanation: Explanation) -> Self {
        Self {
            shifts: explanation.shifts,
            scales: explanation.scales,
            features: flat(&explanation.features),
            targets: flat(&explanation.targets),
            used: floats(&explanation.used),
            layers: explanation.layers.iter().map(LayerPassArrays::from).collect(),
            losses: floats(&explanation.losses),
            loss: explanation.loss,
            slopes: floats(&explanation.slopes),
            unpenalised: floats(&explanation.unpenalised),
            gradient: floats(&explanation.gradient),
            parameters: floats(&explanation.parameters),
            plain: floats(&explanation.plain),
            raw: floats(&explanation.raw),
            first: floats(&explanation.first),
            second: floats(&explanation.second),
        }
    }
}

impl From<&LayerPass> for LayerPassArrays {
    fn from(pass: &LayerPass) -> Self {
        Self { sums: flat(&pass.sums), values: flat(&pass.values), deltas: flat(&pass.deltas) }
    }
}

fn floats(numbers: &[f32]) -> Float32Array {
    Float32Array::from(numbers)
}

/// A matrix row by row, end to end.
fn flat(matrix: &Array2<f32>) -> Float32Array {
    floats(matrix.as_slice().unwrap_or_default())
}
