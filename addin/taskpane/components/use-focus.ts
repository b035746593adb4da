import { useEffect, useRef, type RefObject } from "react";

/** Takes the focus when the element appears, so that the keyboard and a screen reader go on where the work is. */
export function useFocus<E extends HTMLElement>(): RefObject<E | null> {
  const element = useRef<E>(null);
  useEffect(() => element.current?.focus(), []);
  return element;
}
