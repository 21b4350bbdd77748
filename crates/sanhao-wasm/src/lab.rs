//! Analyses of what was learned; tables made and read.

mod analysis;
mod explanation;
mod grid_search;

pub use analysis::{Analysis, activation_curve};
pub use grid_search::search_candidates;

use sanhao::ndarray::ArrayView2;
use sanhao::{ClassMaker, Error, SigmoidCurve, Table, WeightedSum};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::values::{from_js, thrown, to_js};

#[wasm_bindgen(typescript_custom_section)]
const TYPES: &str = include_str!("../lab.d.ts");

/// Reads a table from the bytes of a CSV file.
#[wasm_bindgen(js_name = tableFromCsv, unchecked_return_type = "Table")]
pub fn table_from_csv(bytes: &[u8]) -> Result<JsValue, JsValue> {
    to_js(&Table::from_csv(bytes).map_err(thrown)?)
}

/// Reads a table from rows of cells, as a spreadsheet has them; the cells mean what they mean in a CSV file.
#[wasm_bindgen(js_name = tableFromRows, unchecked_return_type = "Table")]
pub fn table_from_rows(
    #[wasm_bindgen(unchecked_param_type = "string[][]")] rows: JsValue,
) -> Result<JsValue, JsValue> {
    to_js(&Table::from_rows(from_js::<Vec<Vec<String>>>(rows)?).map_err(thrown)?)
}

/// Writes a table as CSV text.
#[wasm_bindgen(js_name = csvFromTable)]
pub fn csv_from_table(
    #[wasm_bindgen(unchecked_param_type = "Table")] table: JsValue,
) -> Result<String, JsValue> {
    Ok(from_js::<Table>(table)?.to_csv())
}

/// The S-curve of one layer with one sigmoid output: steepness, threshold, both ends of the band, then every student's
/// total, then every student's z. `scores` are students × subjects; weights and bias are in raw score units.
#[wasm_bindgen(js_name = curveNumbers)]
pub fn curve_numbers(scores: &[f64], weights: &[f32], bias: f32) -> Result<Vec<f64>, JsValue> {
    // Scores of no subject are taken as those of one, which the core finds no weight for.
    let subjects = weights.len().max(1);
    // A view may be shorter than the list that it is of, but not longer.
    let scores =
        ArrayView2::from_shape((scores.len().div_ceil(subjects), subjects), scores).map_err(|_| {
            let message = format!("{} scores, not {subjects} of every student", scores.len());
            thrown(Error::malformed("scores", message))
        })?;
    let SigmoidCurve { steepness, threshold, band: [low, high], totals, logits } =
        SigmoidCurve::new(scores, weights, bias).map_err(thrown)?;
    Ok([steepness, threshold, low, high].into_iter().chain(totals).chain(logits).collect())
}

/// One neuron's weighted sum for one student: the term of every score, then the sum with the bias. All in raw score units.
#[wasm_bindgen(js_name = weightedSum)]
pub fn weighted_sum(scores: &[f64], weights: &[f32], bias: f32) -> Result<Vec<f64>, JsValue> {
    let WeightedSum { terms, sum } = WeightedSum::new(scores, weights, bias).map_err(thrown)?;
    Ok(terms.into_iter().chain([sum]).collect())
}

/// Makes a class of students to order.
#[wasm_bindgen(js_name = makeClass, unchecked_return_type = "Table")]
pub fn make_class(
    #[wasm_bindgen(unchecked_param_type = "ClassMaker")] maker: JsValue,
) -> Result<JsValue, JsValue> {
    to_js(&from_js::<ClassMaker>(maker)?.make().map_err(thrown)?)
}
