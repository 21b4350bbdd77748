//! What the standard library would bring: the memory and the end of a panic.

use core::arch::wasm32::unreachable;
use core::panic::PanicInfo;

#[global_allocator]
static MEMORY: dlmalloc::GlobalDlmalloc = dlmalloc::GlobalDlmalloc;

/// A trap: JavaScript gets a `RuntimeError`. No panic is reachable from the page.
#[panic_handler]
fn panic(_: &PanicInfo<'_>) -> ! {
    unreachable()
}
