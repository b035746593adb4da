import { byId } from "./element.ts";

const REMEMBERED = "lotwise.pane-width";
const STEP = 24;
const [NARROWEST, GRID_KEEPS] = [280, 320];

/** Lets the pane be made wider and narrower, by pointer or arrow keys, and shut. */
export function splitter(): void {
  const split = byId("split");
  const handle = byId("splitter");
  const toggle = byId("toggle-pane");
  let width = 360;

  function setWidth(wanted: number): void {
    width = Math.round(Math.max(NARROWEST, Math.min(wanted, innerWidth - GRID_KEEPS)));
    split.style.setProperty("--lw-pane-width", `${width}px`);
    handle.setAttribute("aria-valuenow", String(width));
    localStorage.setItem(REMEMBERED, String(width));
    dispatchEvent(new Event("resize"));
  }

  function setOpen(open: boolean): void {
    split.dataset.pane = open ? "open" : "closed";
    toggle.setAttribute("aria-expanded", String(open));
    toggle.textContent = open ? "Hide pane" : "Show pane";
    dispatchEvent(new Event("resize"));
  }

  handle.onpointerdown = (event) => {
    handle.setPointerCapture(event.pointerId);
    split.dataset.dragging = "";
  };
  handle.onpointermove = (event) => {
    if (handle.hasPointerCapture(event.pointerId)) setWidth(innerWidth - event.clientX);
  };
  handle.onlostpointercapture = () => delete split.dataset.dragging;
  handle.onkeydown = (event) => {
    const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
    if (step === undefined) return;
    event.preventDefault();
    setWidth(width + step);
  };
  toggle.onclick = () => setOpen(split.dataset.pane !== "open");
  setWidth(Number(localStorage.getItem(REMEMBERED)) || width);
  setOpen(!matchMedia("(width < 760px)").matches);
}
