// What the server says of a rectangle.
import type { Kind } from "./marks";

/** Reports near each other that are shown as a number. */
export type Group = Record<Kind, number> & { lat: number; lng: number; count: number; west: number; south: number; east: number; north: number };

export interface Report {
  reference: string;
  lat: number;
  lng: number;
  status: string;
  fault: string;
  place: string;
  url: string;
  /** The status in words. */
  statusName?: string;
  /** Only its tambon is known. */
  approximate?: boolean;
  /** What else an officer should know, such as that it is late. */
  note?: string;
}

export interface Found {
  groups: Group[];
  reports: Report[];
  total: number;
  /** There are more than were looked through. */
  more?: boolean;
}

/** Reports that stand at exactly the same place, together. */
export function byPlace(reports: Report[]): Map<string, Report[]> {
  const places = new Map<string, Report[]>();
  for (const report of reports) {
    const key = `${report.lat},${report.lng}`;
    places.set(key, [...places.get(key) ?? [], report]);
  }
  return places;
}
