//! The core against implementations that nobody here wrote, update by update.
//!
//! `cargo test -p sanhao --test core parity -- --nocapture` prints how far each optimiser is from PyTorch.

mod runs;

use sanhao::{CheckedExperiment, Experiment, Trainer};

fn start(experiment: &Experiment) -> impl FnMut(u32) -> Vec<f32> + use<> {
    let mut trainer = Trainer::new(CheckedExperiment::try_from(experiment.clone()).unwrap());
    move |updates| {
        assert_eq!(trainer.step(updates.into()), u64::from(updates));
        trainer.evaluate().parameters().to_vec()
    }
}

#[test]
fn every_optimiser_follows_pytorch_on_every_architecture_and_loss() {
    let table = runs::follow(start);
    println!("{:20} runs  ours     PyTorch in 32 bits (largest distance from 64 bits)", "optimiser");
    for (optimizer, of) in &table {
        println!("{optimizer:20} {:4}  {:.1e}  {:.1e}", of.runs, of.ours, of.torch);
        assert_eq!(of.runs, 25, "5 architectures × 5 losses");
    }
    assert_eq!(table.len(), 8);
}

#[test]
fn the_courses_run_has_numpys_bits_to_round_5000() {
    assert_eq!(runs::follow_the_course(start), 0.0);
}
