import { wordTable } from "./table.ts";

/** Columns that ask for a second one, or for the buyer. */
export const JOINED = wordTable(`
stock_sheet = Stock / Current stock levels | Bestände / Aktuelle Bestände | État des stocks / Niveaux de stock | Niveles de stock / Existencias actuales | Giacenze / Situazione scorte | Voorraadstanden / Actuele voorraad | Níveis de estoque / Posição de estoque | 即时库存 / 库存余额
quantity_group = Stock | Bestand | Stock | Existencias | Giacenza | Voorraad | Estoque | 库存
in_units = Qty | Menge | Qté | Cant. | Q.tà | Aantal | Qtd. | 数量
in_money = Value | Wert | Valeur | Valor | Valore | Waarde | Valor | 金额
transit_time = Transit time (days) / Shipping days | Transportzeit (Tage) / Versandtage | Temps de transport (jours) / Jours d'acheminement | Tiempo de tránsito (días) / Días de transporte | Tempo di trasporto (giorni) / Giorni di trasporto | Transporttijd (dagen) / Verzenddagen | Tempo de transporte (dias) / Dias de transporte | 运输时间(天) / 运输天数
landed_cost = Landed cost / Cost incl. freight | Einstandskosten inkl. Fracht / Landed Cost | Coût rendu / Prix de revient rendu | Coste puesto en almacén / Coste con portes | Costo a magazzino / Costo con trasporto | Kostprijs incl. vracht / Landed cost | Custo posto / Custo com frete | 到岸成本 / 含运费成本
uom = UoM / Unit of measure | ME / Mengeneinheit | UM / Unité de mesure | UM / Unidad de medida | U.M. / Unità di misura | Eenheid / Meeteenheid | UM / Unidade de medida | 单位 / 计量单位
last_cost = Last purchase price / Last cost | Letzter EK / Letzter Einkaufspreis | Dernier prix d'achat / DPA | Último precio de compra / Último coste | Ultimo prezzo d'acquisto / Ultimo costo | Laatste inkoopprijs / Laatste kostprijs | Último preço de compra / Último custo | 最近采购价 / 最新进价
fiscal = Fiscal period / Period | Geschäftsperiode / Buchungsperiode | Période comptable / Période | Periodo contable / Período fiscal | Periodo contabile / Periodo fiscale | Boekperiode / Periode | Período contábil / Período fiscal | 会计期间 / 期间
`);
