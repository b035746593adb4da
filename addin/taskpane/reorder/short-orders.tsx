import type { SupplierTotal } from "../../../shared/purchasing/plan/plan-schema.ts";
import { money } from "../view/money.ts";

/** The suppliers whose minimum order value is not reached: "Mock Party Goods: CN¥3,332 of CN¥9,000". */
export function ShortOrders({ short }: { short: readonly SupplierTotal[] }) {
  if (short.length === 0) return null;
  return (
    <section aria-label="Below the supplier's minimum">
      <h3>Below the supplier&rsquo;s minimum</h3>
      <ul className="plain">
        {short.map(({ supplier, currency, minimum_value: minimum = 0, missing = 0 }) => (
          <li key={`${supplier} ${currency}`}>
            {supplier}: {money(minimum - missing, currency)} of {money(minimum, currency)}
          </li>
        ))}
      </ul>
    </section>
  );
}
