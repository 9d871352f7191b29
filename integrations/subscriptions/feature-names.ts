import type { Bilingual } from '../data-shapes.ts';
import type { PLAN_FEATURES } from './plan.ts';

/** What a plan includes, as the customer reads it. */
export const FEATURE_NAMES: Readonly<Record<(typeof PLAN_FEATURES)[number], Bilingual>> = {
  repairs_free: { en: 'free repairs', ja: '修理無料' },
  accident_cover: { en: 'drops and water', ja: '落下と水濡れ' },
  theft_cover: { en: 'theft', ja: '盗難' },
  express_replacement: { en: 'a replacement the next day', ja: '翌日の交換' },
  battery_cover: { en: 'worn batteries', ja: '電池の劣化' },
  refills_quarterly: { en: 'refills every three months', ja: '3か月ごとの補充品' },
  refills_monthly: { en: 'refills every month', ja: '毎月の補充品' },
  descaler_included: { en: 'descaler', ja: '湯あか取り剤' },
  recordings_7_days: { en: 'recordings for 7 days', ja: '録画7日分' },
  recordings_30_days: { en: 'recordings for 30 days', ja: '録画30日分' },
  recordings_180_days: { en: 'recordings for 180 days', ja: '録画180日分' },
  three_devices: { en: 'up to three devices', ja: '3台まで' },
  priority_support: { en: 'no waiting for a person', ja: '担当者に優先接続' },
};
