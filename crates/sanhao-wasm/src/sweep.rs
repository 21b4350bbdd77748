//! Many runs of one experiment, a few updates a frame.

use js_sys::Float64Array;
use sanhao::Axis;
use sanhao::insight::spread::{self, Spread};
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

use crate::experiment;
use crate::values::{from_js, thrown};

/// Many runs of one experiment that differ in one or two settings, each with the bits that it has alone.
#[wasm_bindgen]
pub struct Sweep(sanhao::Sweep);

#[wasm_bindgen]
impl Sweep {
    /// Runs at their start, one for each value of an axis or for each pair of values of two, of which the first varies
    /// fastest; they end after `updates` updates.
    #[wasm_bindgen(constructor)]
    pub fn new(
        #[wasm_bindgen(unchecked_param_type = "Experiment")] experiment: JsValue,
        #[wasm_bindgen(unchecked_param_type = "Axis[]")] axes: JsValue,
        updates: u32,
    ) -> Result<Sweep, JsValue> {
        let experiment = experiment::checked(experiment)?;
        let axes: Vec<Axis> = from_js(axes)?;
        sanhao::Sweep::new(experiment, &axes, updates.into()).map(Sweep).map_err(thrown)
    }

    /// Works for as long as some `budget` updates take, those of each run counted; returns how many were done.
    pub fn step(&mut self, budget: u32) -> f64 {
        self.0.step(budget.into()) as f64
    }

    /// Whether every run has come to its end.
    #[wasm_bindgen(js_name = isFinished)]
    pub fn is_finished(&self) -> bool {
        self.0.is_finished()
    }

    /// The number of runs.
    pub fn runs(&self) -> u32 {
        self.0.runs() as u32
    }

    /// The values of an axis, counted from 0; of settings that are no numbers, their places.
    pub fn values(&self, axis: u32) -> Vec<f64> {
        self.0.values().get(axis as usize).cloned().unwrap_or_default()
    }

    /// The updates after which every run has losses.
    pub fn points(&self) -> Vec<f64> {
        self.0.points().iter().map(|&updates| updates as f64).collect()
    }

    /// Points × runs: the mean loss of the training students; NaN where it is not finite. A view, valid until the next
    /// call into the module.
    pub fn losses(&self) -> Float64Array {
        // SAFETY: the memory belongs to this sweep, whose owner reads the view before the next call into the module.
        unsafe { Float64Array::view(self.0.losses()) }
    }

    /// Points × runs: the mean loss of the held-out students; NaN without any. A view, as `losses`.
    #[wasm_bindgen(js_name = heldOutLosses)]
    pub fn held_out_losses(&self) -> Float64Array {
        // SAFETY: see `losses`.
        unsafe { Float64Array::view(self.0.held_out_losses()) }
    }

    /// The update at which each run diverged; NaN for a run that did not.
    pub fn diverged(&self) -> Vec<f64> {
        self.0.diverged().into_iter().map(|at| at.map_or(f64::NAN, |updates| updates as f64)).collect()
    }

    /// Points × groups × 5: the least loss, the quartiles and the largest, of the training or of the held-out students. The
    /// runs that differ in the last axis alone are a group; infinite for runs that have diverged or have no such loss.
    pub fn spread(&self, held_out: bool) -> Vec<f64> {
        let rows = spread::of_losses(&self.0, held_out).into_iter().flat_map(|row| {
            let Spread { least, first_quartile, median, third_quartile, largest } = row;
            [least, first_quartile, median, third_quartile, largest]
        });
        rows.collect()
    }

    /// The fraction of the training or of the held-out students whose class each run predicts correctly; NaN without such
    /// students, and for a table with numbers.
    pub fn accuracies(&mut self, held_out: bool) -> Vec<f64> {
        spread::accuracies(&mut self.0, held_out)
    }

    /// The share of the runs that give a class at columns × rows points of a plane, the top row first; empty where all runs
    /// have diverged, before the first has begun, and where the plane does not fit the table.
    pub fn agreement(
        &mut self,
        class: u32,
        #[wasm_bindgen(unchecked_param_type = "ScorePlane")] plane: JsValue,
        columns: u32,
        rows: u32,
    ) -> Result<Vec<f32>, JsValue> {
        let plane = from_js(plane)?;
        Ok(spread::agreement(&mut self.0, class as usize, &plane, [columns as usize, rows as usize]))
    }

    /// One run's parameters as a learner reads them; empty where there is no such run, and before its first turn.
    pub fn parameters(&mut self, run: u32) -> Vec<f32> {
        self.0.parameters(run as usize)
    }
}
