//! An experiment and the parameters shown of it, looked at from many sides.

use sanhao::{Activation, CheckedExperiment, Experiment, UpdateInput};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use super::search::Search;
use crate::convert::{ToJs as _, from_js, object, thrown};

/// An experiment and the parameters that are shown of it. What it gives is the caller's own: no view, but a copy.
#[wasm_bindgen]
pub struct Study(sanhao::Study);

#[wasm_bindgen]
impl Study {
    /// Checks an experiment; all parameters are 0.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Experiment")] experiment: JsValue,
    ) -> Result<Study, JsValue> {
        let checked: CheckedExperiment = from_js::<Experiment>(&experiment)?.try_into().map_err(thrown)?;
        Ok(Study(sanhao::Study::new(checked)))
    }

    /// Says which parameters are shown, as a session's `parameters` has them.
    pub fn show(&mut self, parameters: &[f32]) -> Result<(), JsValue> {
        self.0.show(parameters).map_err(thrown)
    }

    /// The metrics of the training students and of those held out.
    #[wasm_bindgen(unchecked_return_type = "{ training: Metrics | null; heldOut: Metrics | null }")]
    pub fn metrics(&mut self) -> JsValue {
        let [training, held_out] = self.0.metrics();
        object(&["training", "heldOut"], &[&training, &held_out])
    }

    /// What the students tell of a linear model's parameters; null where there is no closed form.
    #[wasm_bindgen(unchecked_return_type = "Solution | null")]
    pub fn solve(&self) -> JsValue {
        self.0.solve().write()
    }

    /// The largest stable learning rate at the parameters shown; `squares`: what the optimiser remembers after so many
    /// updates, as an update input's `second`.
    #[wasm_bindgen(unchecked_return_type = "Stability")]
    pub fn stability(&mut self, updates: f64, squares: &[f32]) -> JsValue {
        self.0.stability(squares, updates as u64).write()
    }

    /// One update of a run of this experiment with every number on the way, from the fields of a session's update input; null where
    /// that update leads out of the numbers worth computing with.
    #[wasm_bindgen(unchecked_return_type = "Explanation | null")]
    #[allow(
        clippy::too_many_arguments,
        reason = "the arrays of an update input cross as they are, without an object around them"
    )]
    pub fn explain(
        &mut self,
        updates: f64,
        learning_rate: f64,
        loss_limit: f64,
        students: &[u32],
        parameters: &[f32],
        first: &[f32],
        second: &[f32],
    ) -> Result<JsValue, JsValue> {
        let update_input = UpdateInput {
            updates: updates as u64,
            learning_rate,
            loss_limit,
            students: students.iter().map(|&student| student as usize).collect(),
            parameters: parameters.to_vec(),
            first: first.to_vec(),
            second: second.to_vec(),
        };
        Ok(self.0.explain(&update_input).map_err(thrown)?.write())
    }

    /// A search over every weight in so many steps from 0 to 1; undefined where weights are not all there is.
    pub fn search(&self, resolution: u32) -> Result<Option<Search>, JsValue> {
        Ok(self.0.search(resolution).map_err(thrown)?.map(Search))
    }

    /// The mean training loss with other parameters; the weights as they are, whatever the constraint.
    #[wasm_bindgen(js_name = lossAt)]
    pub fn loss_at(&mut self, parameters: &[f32]) -> Result<f64, JsValue> {
        self.0.loss_at(parameters).map_err(thrown)
    }

    /// The mean training loss over a plane of parameters: rows × columns from edge to edge, the top row first.
    pub fn surface(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "ParameterPlane")] plane: JsValue,
        columns: u32,
        rows: u32,
    ) -> Result<Vec<f32>, JsValue> {
        let mut losses = vec![];
        self.0.surface(&from_js(&plane)?, columns as usize, rows as usize, &mut losses).map_err(thrown)?;
        Ok(losses)
    }

    /// Every hidden neuron's activation and then the outputs over a plane of scores, each rows × columns from edge to edge
    /// with the top row first; empty where the plane does not fit the table.
    pub fn neurons(
        &mut self,
        #[wasm_bindgen(unchecked_param_type = "Plane")] plane: JsValue,
        columns: u32,
        rows: u32,
    ) -> Result<Vec<f32>, JsValue> {
        let mut values = vec![];
        self.0.neurons(&from_js(&plane)?, columns as usize, rows as usize, &mut values);
        Ok(values)
    }
}

/// An activation function at `count` sums evenly spaced from edge to edge: the values, then as many slopes.
#[wasm_bindgen(js_name = activationCurve)]
pub fn activation_curve(
    #[wasm_bindgen(unchecked_param_type = "Activation")] activation: JsValue,
    from: f32,
    to: f32,
    count: u32,
) -> Result<Vec<f32>, JsValue> {
    Ok(from_js::<Activation>(&activation)?.curve([from, to], count as usize).concat())
}
