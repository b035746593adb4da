import { Tab, TabList } from "@fluentui/react-tabs";
import type { Pane, TabName } from "./pane.ts";
import { FunctionsTab } from "../functions/functions-tab.tsx";
import { ItemTab } from "../item/item-tab.tsx";
import { ModelsTab } from "../networks/models-tab.tsx";
import { OutsideExcel } from "./outside-excel.tsx";
import { ReorderTab } from "../reorder/reorder-tab.tsx";
import { useStore } from "../view/use-store.ts";

const NAMES: Readonly<Record<TabName, string>> = {
  reorder: "Reorder",
  item: "Item",
  models: "Models",
  functions: "Functions",
};

function Shown({ pane, tab }: { pane: Pane; tab: TabName }) {
  const { workbook } = pane;
  if (tab === "functions" || !workbook) return <FunctionsTab {...pane} port={workbook?.port} />;
  if (tab === "models") return <ModelsTab {...workbook} />;
  return tab === "item" ? (
    <ItemTab item={workbook.item} reading={workbook.reading} />
  ) : (
    <ReorderTab {...workbook} {...pane} />
  );
}

/** What a buyer comes for. */
export function Tabs({ pane }: { pane: Pane }) {
  const { tab } = useStore(pane.shown);
  const tabs: TabName[] = pane.workbook ? ["reorder", "item", "models", "functions"] : ["functions"];
  return (
    <>
      {!pane.workbook && <OutsideExcel />}
      <TabList
        className="tabs"
        selectedValue={tab}
        onTabSelect={(_, { value }) => pane.shown.set({ tab: value as TabName })}
        aria-label="Lotwise"
      >
        {tabs.map((name) => (
          <Tab key={name} id={`tab-${name}`} value={name} aria-controls={`panel-${name}`}>
            {NAMES[name]}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" id={`panel-${tab}`} aria-labelledby={`tab-${tab}`} className="panel">
        <Shown pane={pane} tab={tab} />
      </div>
    </>
  );
}
