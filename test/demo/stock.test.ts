import assert from "node:assert/strict";
import { drawCatalogue } from "../../shared/demo/catalogue.ts";
import { drawDemand } from "../../shared/demo/demand.ts";
import { runStock } from "../../shared/demo/stock.ts";

describe("toy shop's stock", () => {
  it("censors demand exactly where it runs out", () => {
    let cut = 0;
    for (const article of drawCatalogue(1).slice(0, 100)) {
      const demand = drawDemand(article, []);
      const { sold, inStock } = runStock(article, demand);
      sold.forEach((units, i) => {
        const wanted = demand.wanted[article.life.launch + i]!;
        if (inStock[i]) assert.equal(units, wanted);
        else assert.ok(units <= wanted);
        if (units < wanted) cut += 1;
      });
    }
    assert.ok(cut > 50, "some demand goes unmet");
  });

  it("never goes below nothing, orders whole packs of at least the minimum, and keeps undelivered purchases open", () => {
    for (const article of drawCatalogue(3)) {
      const { onHand, open } = runStock(article, drawDemand(article, []));
      assert.ok(onHand >= 0);
      assert.ok(
        open.every((p) => p.arrives >= 156 && p.quantity % article.multiple === 0 && p.quantity >= article.moq),
      );
    }
  });
});
