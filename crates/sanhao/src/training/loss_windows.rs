//! The mean losses of a run's epochs, gathered in windows.

/// The most windows kept.
const WINDOWS: usize = 32;

/// The fewest windows of which quarters are taken.
const FEWEST: usize = 16;

/// The mean losses of all epochs since the run began or was last changed, in windows of equally many epochs: fixed memory
/// however long the run. When all windows are full, each two become one, and the next ones are twice as long.
#[derive(Clone, Debug)]
pub(crate) struct LossWindows {
    full: [Window; WINDOWS],
    count: usize,
    open: Window,
    /// Epochs a window.
    length: u64,
}

/// The mean losses of some epochs in a row.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Window {
    /// How many epochs there are.
    pub epochs: u64,
    /// The smallest of their losses.
    pub low: f64,
    /// The largest.
    pub high: f64,
    sum: f64,
}

impl Window {
    const EMPTY: Self = Self { epochs: 0, low: f64::INFINITY, high: f64::NEG_INFINITY, sum: 0.0 };

    /// The mean of their losses.
    pub(crate) fn mean(&self) -> f64 {
        self.sum / self.epochs as f64
    }

    /// The largest less the smallest.
    pub(crate) fn range(&self) -> f64 {
        self.high - self.low
    }

    fn with(self, other: Self) -> Self {
        Self {
            epochs: self.epochs + other.epochs,
            low: self.low.min(other.low),
            high: self.high.max(other.high),
            sum: self.sum + other.sum,
        }
    }
}

impl FromIterator<f64> for Window {
    fn from_iter<I: IntoIterator<Item = f64>>(losses: I) -> Self {
        let windows = losses.into_iter().map(|loss| Self { epochs: 1, low: loss, high: loss, sum: loss });
        windows.fold(Self::EMPTY, Self::with)
    }
}

impl LossWindows {
    /// Without an epoch.
    pub(crate) fn new() -> Self {
        Self { full: [Window::EMPTY; WINDOWS], count: 0, open: Window::EMPTY, length: 1 }
    }

    /// Adds an epoch's mean loss. Small networks spend a tenth of their time here: it only compares and adds.
    #[inline(always)]
    pub(crate) fn observe(&mut self, loss: f64) {
        let Window { epochs, low, high, sum } = &mut self.open;
        *epochs += 1;
        *sum += loss;
        if loss < *low {
            *low = loss;
        }
        if loss > *high {
            *high = loss;
        }
        if *epochs == self.length {
            self.close();
        }
    }

    /// The open window is full: it is kept, or stays open at twice the length once each two of the others have become one.
    #[inline(never)]
    fn close(&mut self) {
        if self.count == WINDOWS {
            for i in 0..WINDOWS / 2 {
                self.full[i] = self.full[2 * i].with(self.full[2 * i + 1]);
            }
            self.count = WINDOWS / 2;
            self.length *= 2;
            return;
        }
        self.full[self.count] = std::mem::replace(&mut self.open, Window::EMPTY);
        self.count += 1;
    }

    /// How many epochs were observed.
    pub(crate) fn epochs(&self) -> u64 {
        self.count as u64 * self.length + self.open.epochs
    }

    /// The third and the fourth quarter of the epochs; none before there are sixteen.
    pub(crate) fn last_quarters(&self) -> Option<[Window; 2]> {
        let quarter = self.count / 4;
        let (_, last) = self.full[..self.count].split_at(self.count - 2 * quarter);
        let gathered = |windows: &[Window]| windows.iter().copied().fold(Window::EMPTY, Window::with);
        (self.count >= FEWEST).then(|| [gathered(&last[..quarter]), gathered(&last[quarter..])])
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_hold_every_epoch_once_however_many_there_are() {
        for epochs in [16, 17, 31, 32, 33, 100, 1000, 4097, 1_000_000] {
            let mut windows = LossWindows::new();
            (0..epochs).for_each(|epoch| windows.observe(epoch as f64));
            let [third, fourth] = windows.last_quarters().expect("sixteen epochs");
            assert_eq!(third.epochs, fourth.epochs);
            assert_eq!(windows.epochs(), epochs);
            assert_eq!(fourth.low, third.high + 1.0, "{epochs}");
            let kept = epochs as f64 - 1.0 - fourth.high;
            assert!(kept <= epochs as f64 / 16.0, "{epochs}: the last {kept} epochs are in no window yet");
            assert_eq!(fourth.mean(), (fourth.low + fourth.high) / 2.0);
        }
        assert!(LossWindows::new().last_quarters().is_none());
    }

    #[test]
    fn a_swing_of_two_epochs_is_in_every_window() {
        let mut windows = LossWindows::new();
        (0..5000).for_each(|epoch| windows.observe(if epoch % 2 == 0 { 115.0 } else { 2664.0 }));
        let [third, fourth] = windows.last_quarters().expect("sixteen epochs");
        assert_eq!((third.low, third.high), (115.0, 2664.0));
        assert_eq!((fourth.low, fourth.high), (115.0, 2664.0));
    }
}
