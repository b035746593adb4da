import type { PlanException } from "../../../shared/purchasing/plan/plan-schema.ts";

/** The buyer's own quantities that break a rule, before anything is written. */
export function OwnQuantities({ exceptions }: { exceptions: readonly PlanException[] }) {
  const broken = exceptions.filter(({ code }) => code === "own-quantity");
  if (broken.length === 0) return null;
  return (
    <section aria-label="Your quantities that break a rule">
      <h3>Your quantities that break a rule</h3>
      <ul className="plain">
        {broken.map(({ sku, message }) => (
          <li key={sku}>
            {sku}: {message}
          </li>
        ))}
      </ul>
    </section>
  );
}
