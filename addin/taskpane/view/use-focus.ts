import { useEffect, useRef, type RefObject } from "react";

/**
 * Takes the focus when the element appears (`wanted` as it was then), so that the keyboard and a screen reader go on
 * where the work is.
 */
export function useFocus<E extends HTMLElement>(wanted = true): RefObject<E | null> {
  const element = useRef<E>(null);
  const first = useRef(wanted);
  useEffect(() => {
    if (first.current) element.current?.focus();
  }, []);
  return element;
}

/** Takes the focus when the element appears where nothing has it, since what had it has just left the screen. */
export function useLostFocus<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => {
    if (document.activeElement === document.body) element.current?.focus();
  }, []);
  return element;
}
