import { Field } from "@fluentui/react-field";
import { Input } from "@fluentui/react-input";
import type { Item } from "../../../shared/purchasing/terms/plan.ts";
import { count } from "../view/money.ts";
import { chosen } from "./items-with.ts";

/** SKUs offered while typing; more would only slow the list down. */
const OFFERED = 1000;

interface SkuFieldProps {
  /** That which is shown. */
  readonly sku: string | undefined;
  readonly typed: string;
  /** The items that hold what is typed. */
  readonly found: readonly Item[];
  readonly unknown: boolean;
  choose(text: string): void;
  ask(): void;
}

/** Where an item is asked for, by its SKU or its description. */
export function SkuField({ sku, typed, found, unknown, choose, ask }: SkuFieldProps) {
  const sought = typed.trim();
  const several = found.length > 1 && sought !== "" && chosen(found, sought) === undefined;
  return (
    <>
      <Field
        label="SKU or description"
        {...(unknown && { validationMessage: `No such SKU: no item's SKU or description holds "${sought}".` })}
        {...(several && { hint: `${count(found.length, "item")}: choose one, or type more.` })}
        {...(sku === undefined &&
          !several && { hint: "Select a cell in an item's row, or type its SKU or description." })}
      >
        <Input
          value={typed}
          list="skus"
          autoComplete="off"
          onChange={(_, { value }) => choose(value)}
          onKeyDown={({ key }) => {
            if (key === "Enter") ask();
          }}
          onBlur={ask}
        />
      </Field>
      <datalist id="skus">
        {found.slice(0, OFFERED).map((each) => (
          <option key={each.sku} value={each.sku}>
            {each.description}
          </option>
        ))}
      </datalist>
    </>
  );
}
