/** What the articles cost, tax included, and how their serial numbers begin. Products that are not listed cost the last line. */
const PRICES: Readonly<Record<string, { readonly JPY: number; readonly USD: number; readonly code: string }>> = {
  espresso_machine: { JPY: 59_800, USD: 449, code: 'EM' },
  robot_vacuum: { JPY: 49_800, USD: 379, code: 'RV' },
  air_purifier: { JPY: 32_800, USD: 249, code: 'AP' },
  headphones: { JPY: 29_800, USD: 229, code: 'HP' },
  smart_speaker: { JPY: 9_800, USD: 79, code: 'SS' },
  rice_cooker: { JPY: 39_800, USD: 299, code: 'RC' },
  air_conditioner: { JPY: 98_000, USD: 749, code: 'AC' },
  portable_battery: { JPY: 5_980, USD: 49, code: 'PB' },
  tablet: { JPY: 44_800, USD: 349, code: 'TB' },
  camera: { JPY: 8_980, USD: 69, code: 'CM' },
  router: { JPY: 16_800, USD: 129, code: 'RT' },
  kettle: { JPY: 7_980, USD: 59, code: 'KT' },
};
const OTHER = { JPY: 19_800, USD: 149, code: 'XX' };

export type Currency = 'JPY' | 'USD';

export function priceOf(product: string, currency: Currency): number {
  return (PRICES[product] ?? OTHER)[currency];
}

/** Two letters of the product, as they stand in serial numbers: `AZEM1234567`. */
export function serialCode(product: string): string {
  return (PRICES[product] ?? OTHER).code;
}

/** The product that a serial number belongs to. */
export function productOfSerial(serial: string): string | undefined {
  return Object.keys(PRICES).find((product) => serial.startsWith(`AZ${serialCode(product)}`));
}

/** Money in the currency's usual steps: whole yen, cents. */
export function roundMoney(amount: number, currency: Currency): { amount: number; currency: Currency } {
  return { amount: currency === 'JPY' ? Math.round(amount) : Math.round(amount * 100) / 100, currency };
}
