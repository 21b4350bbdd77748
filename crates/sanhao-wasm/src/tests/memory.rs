//! The module's memory: a session that is freed gives its memory back, and a long run takes no more of it.

use std::alloc::{GlobalAlloc, Layout, System};
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::{Session, preset_experiment};
use js_sys::{ArrayBuffer, WebAssembly};
use sanhao::{Loss, Optimizer, Preset};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

/// The allocator that the module has anyway, and the bytes that it has given out.
struct Counting;

static IN_USE: AtomicUsize = AtomicUsize::new(0);

#[global_allocator]
static ALLOCATOR: Counting = Counting;

// SAFETY: every call goes on to the system's allocator as it came; counting touches no memory of theirs.
unsafe impl GlobalAlloc for Counting {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        IN_USE.fetch_add(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promises about the layout are passed on.
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, pointer: *mut u8, layout: Layout) {
        IN_USE.fetch_sub(layout.size(), Ordering::Relaxed);
        // SAFETY: the caller's promises about the pointer are passed on; it came from the same allocator.
        unsafe { System.dealloc(pointer, layout) }
    }
}

/// Bytes given out by the allocator, and bytes of the module's whole memory.
fn memory() -> [usize; 2] {
    let memory: WebAssembly::Memory = wasm_bindgen::memory().unchecked_into();
    let buffer: ArrayBuffer = memory.buffer().unchecked_into();
    [IN_USE.load(Ordering::Relaxed), buffer.byte_length() as usize]
}

#[wasm_bindgen_test]
fn two_million_steps_take_no_more_memory() {
    let mut experiment = Preset::Weights.experiment();
    experiment.training.loss = Loss::Squared;
    experiment.training.optimizer = Optimizer::Sgd;
    experiment.training.learning_rate = 1e-6;
    experiment.training.batch_size = None;
    let experiment = serde_wasm_bindgen::to_value(&experiment).unwrap();
    let mut session = Session::new(experiment).unwrap();
    // By then the history holds as many points as it ever does, and the copy that JavaScript views has grown to them.
    session.step(100_000);
    session.refresh();
    let before = memory();
    for _ in 0..10 {
        assert_eq!(session.step(200_000), 200_000);
        session.refresh();
    }
    // The timeline holds between 512 and 1024 checkpoints of less than two kilobytes each.
    let [in_use, whole] = memory();
    assert!(in_use < before[0] + (512 << 10), "{in_use}, {before:?} before");
    assert_eq!(whole, before[1]);
    assert_eq!(session.summary().to_vec()[1], 2_100_000.0);
}

#[wasm_bindgen_test]
fn a_thousand_sessions_leave_the_memory_where_it_was() {
    let presets = ["weights", "award", "honours", "layers"];
    let open_and_close = |i: usize| {
        let experiment = preset_experiment(JsValue::from_str(presets[i % 4])).unwrap();
        let mut session = Session::new(experiment).unwrap();
        session.step(10);
        session.refresh();
        session.predictions().to_vec();
    };
    (0..8).for_each(open_and_close);
    let before = memory();
    (0..1000).for_each(open_and_close);
    assert_eq!(memory(), before);
}
