/**
 * Within which degrees each district lies: the box around the seats of its towns and its own centre, widened by 0.12° (some
 * 12 km) because towns reach beyond their seats.
 *
 * It tells a slip of a digit or of a district, and draws no border. Source: GeoNames `cities500` (CC BY 4.0), by the town
 * codes of mumuy/data_location (MIT) after the reform of November 2025. WGS-84; the offset of GCJ-02 is 0.005° at most.
 */
import type { Box } from '@yugong/domain/geo';

/** By the code of today. */
export const districtBoxes: Readonly<Record<string, Box>> = {
  '500101': { west: 107.83, east: 109.02, south: 30.32, north: 31.09 },
  '500102': { west: 106.86, east: 107.79, south: 29.32, north: 30.02 },
  '500103': { west: 106.38, east: 106.71, south: 29.42, north: 29.69 },
  '500104': { west: 106.3, east: 106.62, south: 29.28, north: 29.62 },
  '500106': { west: 106.17, east: 106.6, south: 29.41, north: 29.83 },
  '500107': { west: 106.17, east: 106.66, south: 29.17, north: 29.66 },
  '500108': { west: 106.42, east: 106.88, south: 29.38, north: 29.72 },
  '500109': { west: 106.24, east: 107.02, south: 29.65, north: 30.14 },
  '500110': { west: 106.32, east: 107.13, south: 28.42, north: 29.24 },
  '500111': { west: 105.38, east: 106.13, south: 29.31, north: 29.97 },
  '500113': { west: 106.38, east: 107.07, south: 29.05, north: 29.82 },
  '500114': { west: 108.42, east: 109.0, south: 29.01, north: 29.95 },
  '500115': { west: 106.83, east: 107.46, south: 29.67, north: 30.3 },
  '500116': { west: 105.8, east: 106.68, south: 28.53, north: 29.53 },
  '500117': { west: 105.87, east: 106.72, south: 29.8, north: 30.49 },
  '500118': { west: 105.53, east: 106.19, south: 28.89, north: 29.64 },
  '500119': { west: 106.8, east: 107.48, south: 28.71, north: 29.57 },
  '500120': { west: 105.97, east: 106.42, south: 29.21, north: 29.96 },
  '500151': { west: 105.7, east: 106.33, south: 29.44, north: 30.17 },
  '500152': { west: 105.49, east: 106.08, south: 29.69, north: 30.5 },
  '500153': { west: 105.19, east: 105.8, south: 29.16, north: 29.76 },
  '500154': { west: 107.82, east: 108.91, south: 30.77, north: 31.74 },
  '500155': { west: 107.33, east: 108.15, south: 30.38, north: 30.97 },
  '500156': { west: 107.17, east: 108.15, south: 28.97, north: 29.73 },
  '500157': { west: 106.32, east: 107.06, south: 29.44, north: 29.96 },
  '500229': { west: 108.22, east: 109.21, south: 31.56, north: 32.27 },
  '500230': { west: 107.38, east: 108.28, south: 29.51, north: 30.35 },
  '500231': { west: 107.13, east: 107.73, south: 29.89, north: 30.6 },
  '500233': { west: 107.46, east: 108.32, south: 29.99, north: 30.66 },
  '500235': { west: 108.38, east: 109.29, south: 30.53, north: 31.5 },
  '500236': { west: 108.92, east: 109.75, south: 30.48, north: 31.48 },
  '500237': { west: 109.51, east: 110.23, south: 30.72, north: 31.53 },
  '500238': { west: 108.74, east: 109.95, south: 31.18, north: 31.8 },
  '500240': { west: 107.96, east: 108.67, south: 29.66, north: 30.64 },
  '500241': { west: 108.68, east: 109.41, south: 28.06, north: 28.93 },
  '500242': { west: 108.22, east: 109.37, south: 28.27, north: 29.38 },
  '500243': { west: 107.76, east: 108.68, south: 28.9, north: 29.85 },
};
