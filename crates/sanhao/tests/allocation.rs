//! A run allocates at its start and then no more.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

use sanhao::{CheckedExperiment, History, Preset, Trainer};

/// The system's allocator, and how often each thread has asked it for memory.
struct Counting;

thread_local! {
    static ALLOCATIONS: Cell<usize> = const { Cell::new(0) };
}

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: every call goes on to the system's allocator as it came; the counter is no allocation.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        ALLOCATIONS.set(ALLOCATIONS.get() + 1);
        // SAFETY: the caller's promises about the layout are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        // SAFETY: the caller's promises about the pointer are passed on; it came from the same allocator.
        unsafe { System.dealloc(pointer, layout) }
    }
}

fn allocations(of: impl FnOnce()) -> usize {
    let before = ALLOCATIONS.get();
    of();
    ALLOCATIONS.get() - before
}

#[test]
fn steps_and_evaluations_allocate_nothing() {
    for preset in Preset::ALL {
        let mut experiment = preset.experiment();
        experiment.training.shuffle = true;
        let mut run = Trainer::new(CheckedExperiment::try_from(experiment).unwrap());
        assert_eq!(allocations(|| _ = run.step(20_000)), 0, "{preset:?}, steps");
        assert_eq!(allocations(|| _ = run.evaluate()), 0, "{preset:?}, an evaluation");
        assert!(
            run.epoch() > History::MAX_POINTS as u64,
            "{preset:?}: far enough to have thinned the history out"
        );
    }
}
