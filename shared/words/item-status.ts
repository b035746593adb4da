import { plain } from "./plain.ts";

/** What a status means to a plan: whether the item may be ordered. */
export const ITEM_STATUSES = ["active", "discontinued", "do not order"] as const;
export type ItemStatus = (typeof ITEM_STATUSES)[number];

/** The words of each status in every language that tables are read in. */
export const STATUS_WORDS: Readonly<Record<ItemStatus, readonly string[]>> = {
  active: [
    // en
    "active",
    "a",
    "yes",
    "y",
    "live",
    "current",
    "ok",
    "released",
    "true",
    "normal",
    "standard",
    "new",
    "in range",
    "in assortment",
    "in catalogue",
    "listed",
    "available",
    // de
    "aktiv",
    "ja",
    "j",
    "freigegeben",
    "lieferbar",
    "im sortiment",
    "gelistet",
    // fr
    "actif",
    "oui",
    "o",
    "en vente",
    "suivi",
    "suivie",
    "au catalogue",
    // es
    "activo",
    "activa",
    "si",
    "s",
    "vigente",
    "en catalogo",
    "en surtido",
    // it
    "attivo",
    "in assortimento",
    "a catalogo",
    "in produzione",
    // nl
    "actief",
    "leverbaar",
    "in assortiment",
    // pt
    "ativo",
    "sim",
    "em linha",
    "em catalogo",
    // zh
    "正常",
    "在售",
    "启用",
    "有效",
    "是",
    "在用",
  ],
  discontinued: [
    // en
    "discontinued",
    "phase out",
    "phased out",
    "phasing out",
    "obsolete",
    "end of life",
    "eol",
    "inactive",
    "delisted",
    "no",
    "n",
    "false",
    "discontinue",
    "ended",
    "closed",
    // de
    "auslauf",
    "auslaufartikel",
    "ausgelaufen",
    "inaktiv",
    "eingestellt",
    "nein",
    "auslaufend",
    "nicht mehr lieferbar",
    "ausgelistet",
    "nicht mehr im sortiment",
    "abgekundigt",
    // fr
    "arrete",
    "inactif",
    "abandonne",
    "fin de vie",
    "non",
    "supprime",
    "fin de serie",
    // es
    "descatalogado",
    "descontinuado",
    "inactivo",
    "obsoleto",
    "baja",
    "de baja",
    // it
    "fuori produzione",
    "dismesso",
    "inattivo",
    "a esaurimento",
    // nl
    "uitlopend",
    "vervallen",
    "inactief",
    "niet meer leverbaar",
    "uit assortiment",
    // pt
    "inativo",
    "fora de linha",
    "descontinuado",
    "nao",
    // zh
    "停产",
    "停售",
    "下架",
    "淘汰",
    "停用",
    "否",
    "停產",
  ],
  "do not order": [
    // en
    "do not order",
    "don t order",
    "no order",
    "blocked",
    "on hold",
    "hold",
    "purchasing blocked",
    "stop",
    "no reorder",
    "non replenish",
    "donotorder",
    "stopped",
    // de
    "nicht bestellen",
    "gesperrt",
    "bestellstopp",
    "einkaufssperre",
    "sperre",
    "bestellsperre",
    // fr
    "ne pas commander",
    "bloque",
    "suspendu",
    "achat bloque",
    "stop achat",
    // es
    "no pedir",
    "bloqueado",
    "suspendido",
    "no comprar",
    "compra bloqueada",
    // it
    "non ordinare",
    "bloccato",
    "sospeso",
    // nl
    "niet bestellen",
    "geblokkeerd",
    // pt
    "nao comprar",
    "nao encomendar",
    "suspenso",
    // zh
    "停购",
    "禁止采购",
    "暂停采购",
    "不订货",
    "停采",
    "冻结",
  ],
};

const STATUS_OF = new Map<string, ItemStatus>(
  [...ITEM_STATUSES].reverse().flatMap((status) => STATUS_WORDS[status].map((word) => [plain(word), status] as const)),
);

/** What an item's status means, in any of the languages; a blank is active. Null where the word is not known. */
export function statusOf(text: string | undefined): ItemStatus | null {
  const word = plain(text ?? "");
  return word === "" ? "active" : (STATUS_OF.get(word) ?? null);
}

/** Whether an item's status says that it must not be ordered. */
export function isClosed(text: string | undefined): boolean {
  const status = statusOf(text);
  return status !== null && status !== "active";
}
