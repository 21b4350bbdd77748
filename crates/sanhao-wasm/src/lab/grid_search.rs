//! Exhaustive search, a few candidates a frame.

use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::values::thrown;

/// A search that goes on candidate by candidate.
#[wasm_bindgen]
pub struct GridSearch(pub(super) sanhao::GridSearch);

#[wasm_bindgen]
impl GridSearch {
    /// Tries so many candidates; returns how many were tried: fewer only at the end.
    pub fn step(&mut self, candidates: u32) -> u32 {
        self.0.step(u64::from(candidates)) as u32
    }

    /// Candidates tried, candidates in all, the least mean loss so far and its weights; the latter missing at the start.
    pub fn state(&self) -> Vec<f64> {
        let mut state = vec![self.0.tried(), self.0.total()];
        if let Some((weights, loss)) = self.0.best() {
            state.push(loss);
            state.extend(weights);
        }
        state
    }
}

/// The number of candidates that a search of so many weights, 1 to 32, would have.
#[wasm_bindgen(js_name = searchCandidates)]
pub fn search_candidates(weights: u32, resolution: u32, sum_to_one: bool) -> Result<f64, JsValue> {
    sanhao::insight::grid_search::candidates(weights, resolution, sum_to_one).map_err(thrown)
}
