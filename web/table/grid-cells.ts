/** Maps between DOM elements and cells of the grid. */
import type { Cell } from "./selection";

/** The cell that contains an element; null outside all cells. */
export function cellAt(element: EventTarget | null): Cell | null {
  const cell = element instanceof Element ? element.closest<HTMLElement>("[data-column]") : null;
  const row = cell?.closest<HTMLElement>("[data-row]");
  return cell && row ? { row: Number(row.dataset.row), column: Number(cell.dataset.column) } : null;
}

/** Scrolls horizontally until neither the edge of the viewport nor the sticky columns cover the cell. */
export function revealColumn(frame: HTMLElement, cell: HTMLElement): void {
  const stays = (element: Element): boolean => getComputedStyle(element).position === "sticky";
  if (stays(cell)) return;
  const covering = [...(cell.parentElement?.children ?? [])].filter(stays);
  const before = covering.filter((other) => other.compareDocumentPosition(cell) & Node.DOCUMENT_POSITION_FOLLOWING);
  const width = (cells: Element[]): number => cells.reduce((sum, { clientWidth }) => sum + clientWidth, 0);
  const bounds = cell.getBoundingClientRect();
  const edge = frame.getBoundingClientRect().left;
  const left = edge + width(before);
  const right = edge + frame.clientWidth - width(covering.filter((other) => !before.includes(other)));
  if (bounds.left < left) frame.scrollLeft -= left - bounds.left;
  else if (bounds.right > right) frame.scrollLeft += bounds.right - right;
}
